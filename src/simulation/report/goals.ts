import type { EvidenceReport, Goal } from '#core/evidence/evidence-report.ts';
import type { PolicyId, WorldId } from '#core/evidence/names.ts';
import { assumedWorld } from '../jobs.ts';

type Figures = Omit<EvidenceReport, 'goals'>;

/** A figure in each world; the goal is judged by the worst. */
type Figure = { world: WorldId; value: number };

const ours: readonly PolicyId[] = ['nodomoto', 'nodomoto-people', 'nodomoto-priced'];

/** A planner that leads at one pace only would not do: it is held beside the other rules at each. */
const cadences = [
  ['weekly', 'below-best-baseline', 'At one e-mail a person a week'],
  ['pooled', 'below-best-baseline-pooled', 'With the same e-mails pooled'],
  ['monthly', 'below-best-baseline-monthly', 'At one e-mail a person every fourth week'],
  ['pooled-monthly', 'below-best-baseline-pooled-monthly', 'With those few pooled'],
] as const;

type Cadence = (typeof cadences)[number][0];

/** The goals of the issue, each judged in its worst world. */
export function goalsOf(figures: Figures): Goal[] {
  return [
    atLeast(
      'share-weekly',
      0.95,
      wrong(sharesOf(figures, 'weekly')),
      'At one e-mail a person a week: share of the attainable, in every world but the one the planner assumes.',
    ),
    atLeast(
      'share-pooled',
      0.97,
      wrong(sharesOf(figures, 'pooled')),
      'With the same e-mails pooled: share of the attainable, in every world but the one the planner assumes.',
    ),
    ...cadences.map(([setting, id, pace]) =>
      atMost(
        id,
        0.005,
        wrong(gapsToBest(figures, setting)),
        `${pace}: how far below the best other policy, as a share of the attainable, in every world but the one the planner assumes.`,
      ),
    ),
    atLeast(
      'team-memory-equal-mails',
      1.3,
      teamMemoryAgainstNewsletter(figures),
      'Team memory as a multiple of the newsletter’s, with as many e-mails.',
    ),
    atMost(
      'team-memory-half-mails',
      0.5,
      mailsAgainst(figures, 'newsletter', 'teamMemory'),
      'E-mails for the newsletter’s team memory, as a share of the newsletter’s.',
    ),
    atMost(
      'mails-against-round-robin',
      0.55,
      mailsAgainst(figures, 'round-robin-relevant', 'recall'),
      'E-mails for the memory of a round robin over relevant lessons, as a share of its e-mails.',
    ),
    atMost(
      'mails-against-fsrs-90',
      0.75,
      mailsAgainst(figures, 'fsrs-90', 'recall'),
      'E-mails for the memory of FSRS at 90 %, as a share of its e-mails.',
    ),
    atMost(
      'calibration',
      -0.005,
      figures.calibration.map(({ world, logLoss }) => ({
        world,
        value: logLoss.planner.mean - logLoss.movingAverage.mean,
      })),
      'Log loss of the predicted recall less that of each person’s moving average.',
    ),
  ].filter((goal) => goal !== null);
}

function wrong(figures: readonly Figure[]): Figure[] {
  return figures.filter(({ world }) => world !== assumedWorld);
}

function sharesOf({ results }: Figures, setting: 'weekly' | 'pooled'): Figure[] {
  return results
    .filter((result) => result.setting === setting && result.policy === 'nodomoto-people')
    .map(({ world, share }) => ({ world, value: share.mean }));
}

function gapsToBest({ results }: Figures, setting: Cadence): Figure[] {
  const played = results.filter((result) => result.setting === setting);
  return played
    .filter((result) => result.policy === 'nodomoto-people')
    .map(({ world, share }) => {
      const others = played.filter((other) => other.world === world && !ours.includes(other.policy));
      return { world, value: Math.max(...others.map((other) => other.share.mean)) - share.mean };
    });
}

function teamMemoryAgainstNewsletter({ results }: Figures): Figure[] {
  const monthly = results.filter((result) => result.setting === 'pooled-monthly');
  return monthly
    .filter((result) => result.policy === 'nodomoto')
    .flatMap(({ world, teamMemory }) => {
      const newsletter = results.find(
        (other) => other.setting === 'weekly' && other.world === world && other.policy === 'newsletter',
      );
      return newsletter ? [{ world, value: teamMemory.mean / newsletter.teamMemory.mean }] : [];
    });
}

function mailsAgainst({ savings }: Figures, baseline: PolicyId, measure: 'recall' | 'teamMemory'): Figure[] {
  return savings
    .filter((saving) => saving.setting === 'weekly' && saving.baseline === baseline && saving.measure === measure)
    .flatMap(({ world, mails }) => (mails ? [{ world, value: mails.mean }] : []));
}

function atLeast(id: Goal['id'], target: number, figures: readonly Figure[], sentence: string): Goal | null {
  const worst = figures.toSorted((a, b) => a.value - b.value)[0];
  return worst ? goal(id, sentence, target, worst, worst.value >= target) : null;
}

function atMost(id: Goal['id'], target: number, figures: readonly Figure[], sentence: string): Goal | null {
  const worst = figures.toSorted((a, b) => b.value - a.value)[0];
  return worst ? goal(id, sentence, target, worst, worst.value <= target) : null;
}

function goal(id: Goal['id'], sentence: string, target: number, worst: Figure, met: boolean): Goal {
  return { id, sentence, target, measured: Math.round(worst.value * 1e4) / 1e4, world: worst.world, met };
}
