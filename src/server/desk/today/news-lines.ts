import type { Catalogue } from '#catalogue/catalogue.ts';
import type { SignalTopic } from '#core/exposure/signal.ts';
import { localDaysBetween } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import { subjectValue } from '../signal-form.ts';
import { subjectLabel } from '../signal-subjects.ts';
import type { MorningLine, MorningTeam } from './morning-line.ts';

/** A case that began so lately is news to whoever buys what it is about. */
const newsDays = 120;

/** A signal that ends within this is renewed now or not at all. */
const endingDays = 3;

/** What is at stake with news: a team that buys the very thing. */
const stakeOfNews = 0.8;
const stakeOfEnd = 0.6;

export type RunningSignal = {
  teamId: number | null;
  topic: SignalTopic;
  word: string;
  note: string;
  until: string;
};

/** Signals in force on a local day. */
export async function readRunning(db: Db, on: string): Promise<RunningSignal[]> {
  return db
    .selectFrom('signal')
    .select(['team_id as teamId', 'topic', 'word', 'note', 'until_on as until'])
    .where('withdrawn_at', 'is', null)
    .where('until_on', '>=', on)
    .orderBy('id')
    .execute();
}

/** Cases of the last months that are about what a team buys, where no signal runs about it. */
export async function newsLines(
  db: Db,
  { cases }: Catalogue,
  teams: readonly MorningTeam[],
  running: readonly RunningSignal[],
  on: string,
): Promise<MorningLine[]> {
  const lately = cases.flatMap((entry) => {
    const days = localDaysBetween(wholeDate(entry.event.start), on);
    return days >= 0 && days <= newsDays ? [{ entry, days }] : [];
  });
  const inputs = [...new Set(lately.flatMap(({ entry }) => entry.inputs))];
  if (inputs.length === 0) return [];
  const bought = await db
    .selectFrom('exposure')
    .select(['team_id', 'name', 'input'])
    .where('input', 'in', inputs)
    .orderBy('id')
    .execute();
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return lately.flatMap(({ entry, days }) => {
    const told = (teamId: number, word: string) =>
      running.some(
        (signal) =>
          (signal.teamId === null || signal.teamId === teamId) &&
          ((signal.topic === 'input' && signal.word === word) ||
            (signal.topic === 'country' && entry.countries.includes(signal.word))),
      );
    const concerned = Map.groupBy(
      bought.filter(({ input }) => input !== null && entry.inputs.includes(input)),
      ({ team_id }) => team_id,
    );
    return [...concerned].flatMap(([teamId, [item]]): MorningLine[] => {
      const [teamName, word] = [names.get(teamId), item?.input];
      if (teamName === undefined || !item || !word || told(teamId, word)) return [];
      const common = { teamId, teamName, days: Math.min(days, 7), stake: stakeOfNews };
      const about = subjectValue({ topic: 'input', word });
      return [{ kind: 'news', ...common, caseId: entry.id, title: entry.title, about, item: item.name }];
    });
  });
}

/** Signals that end in the coming days. One for every team is the house's alone to renew, and stands at none. */
export function endingLines(
  catalogue: Catalogue,
  teams: readonly MorningTeam[],
  running: readonly RunningSignal[],
  on: string,
): MorningLine[] {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return running.flatMap(({ teamId, topic, word, note, until }): MorningLine[] => {
    const days = localDaysBetween(on, until);
    const teamName = teamId === null ? undefined : names.get(teamId);
    if (teamId === null || teamName === undefined || days > endingDays) return [];
    const label = subjectLabel(catalogue, topic, word);
    const about = subjectValue({ topic, word });
    return [{ kind: 'signal-ends', teamId, teamName, days, stake: stakeOfEnd, about, label, note, on: until }];
  });
}

/** `2026` and `2026-10` as the first day they contain. */
function wholeDate(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}
