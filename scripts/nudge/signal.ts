import type { AppContext } from '#server/app-context.ts';
import { noteAccess } from '#server/desk/access-log.ts';
import { everyTeam, type SignalDraft, type SignalFaults, usualLastDay } from '#server/desk/signal-form.ts';
import type { TeamReach } from '#server/desk/signal-reach.ts';
import { makeSignal, previewSignal } from '#server/desk/signals.ts';
import { isTrainer } from '#server/desk/trainers.ts';
import { type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

/** `signal`: raises the lessons about some news, with a line of a trainer's; `--dry-run` says whom it would reach and makes nothing. */
export async function signal([about, title, stray]: string[], options: Options): Promise<void> {
  if (!about || !title) throw wrongUsage('Say what it is about, as country:CN, and the title of the news.');
  if (stray) throw wrongUsage(`"${stray}" is one argument too many; put the title into quotation marks.`);
  await withApp(async (app) => {
    const draft = await draftOf(app, about, title, options);
    const desk = { ...app.planner, now: app.clock() };
    if (options['dry-run']) {
      const preview = await previewSignal(desk, draft);
      if (!preview.ok) throw wrongUsage(faultsAsText(preview.faults));
      return console.log(preview.reach.map(asText).join('\n'));
    }
    const by = options.by?.trim().toLowerCase() ?? '';
    if (!(await isTrainer(app.store.db, app.trainers, by)))
      throw wrongUsage('Say whose signal it is, with --by and the address of a trainer: the mail says so.');
    const made = await makeSignal(desk, draft, by);
    if (!made.ok) throw wrongUsage(faultsAsText(made.faults));
    const teamId = draft.team === everyTeam ? null : Number(draft.team);
    await noteAccess(app.store.db, { who: by, act: 'made-signal', teamId, subject: null }, desk.now);
    console.log(
      'The signal is made. Whoever may still have mail today gets it within a minute, as long as Nodomoto runs.',
    );
  });
}

async function draftOf(app: AppContext, about: string, note: string, options: Options): Promise<SignalDraft> {
  const teams = await app.store.db.selectFrom('team').select(['id', 'name', 'zone']).execute();
  const team =
    options.team === undefined ? everyTeam : String(teams.find(({ name }) => name === options.team)?.id ?? '');
  const until = options.until ?? usualLastDay(teams, app.clock());
  return { team, about, note, link: options.link ?? '', day: '', line: options.line ?? '', until };
}

function faultsAsText(faults: SignalFaults): string {
  const said = Object.entries(faults).map(([field, fault]) => `${field}: ${fault}`);
  return `Nothing was made. ${said.join(', ')}.`;
}

/** How many, not who: that follows from what each of them knows. */
function asText({ teamName, people, nudges, today, notToday, lookedUntil }: TeamReach): string {
  const now = nudges.filter(({ on }) => on === today).length;
  const reasons = Map.groupBy(notToday, ({ because }) => because);
  const why = [...reasons].map(([because, those]) => `${because} ${those.length}`).join(', ');
  return `${teamName}: ${now} of ${people} today, ${nudges.length - now} more until ${lookedUntil}. Not today: ${why || 'nobody'}.`;
}
