/** The arithmetic of the funnel: rates from counts, days from seconds, and nothing of what is hidden. Pure. */
import type { Quartiles } from './funnel.query.ts';
import type { FunnelBody, FunnelStep } from './funnel.schema.ts';
import type { Numbers, Veil } from './veil.ts';
import { wilson } from './wilson.ts';

const DAY = 86_400;

export interface FunnelFacts {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly { readonly key: string; readonly label: string }[];
  readonly numbers: Numbers;
  readonly reach: FunnelBody['reach'];
  readonly veil: Veil;
}

const mark = (isHidden: boolean) => (isHidden ? { suppressed: true as const } : {});

/** The lower and upper part, without a breakdown. The first step has no rate: there is none before it. */
export function funnelBody({ from, to, steps, numbers, reach, veil }: FunnelFacts): FunnelBody {
  const { counts, quartiles, stillHere } = numbers;
  const hides = (isHidden: boolean | undefined) => veil.everything || Boolean(isHidden);
  const leads = hides(veil.steps[0]) ? null : (counts.reached[0] ?? 0);
  const stillRunning = hides(veil.running) ? null : counts.stillRunning;
  return {
    cohort: { from, to, leads, stillRunning, ...mark(leads === null || stillRunning === null) },
    reach,
    steps: steps.map((step, at) => stepOf(step, at, numbers, quartiles[at - 1], veil)),
    stillHere: stillHere.map(({ months, due, notYetDue, noAnswer, stillHere: count }, at) =>
      hides(veil.stillHere[at])
        ? { months, count: null, due: null, notYetDue: null, noAnswer: null, rate: null, suppressed: true as const }
        : { months, count, due, notYetDue, noAnswer, rate: wilson(count, due - noAnswer) },
    ),
  };
}

function stepOf(
  { key, label }: { key: string; label: string },
  at: number,
  { counts, lost }: Numbers,
  quartiles: Quartiles | undefined,
  veil: Veil,
): FunnelStep {
  const isHidden = (step: number) => veil.everything || Boolean(veil.steps[step]);
  const count = (step: number) => (isHidden(step) ? null : counts.reached[step]!);
  const mature = (step: number) => (veil.everything || veil.mature[step] ? null : counts.mature[step]!);
  const tooFew = quartiles !== undefined && quartiles.n < veil.fewest;
  return {
    key,
    label,
    count: count(at),
    rateFromPrevious: at > 0 ? rate(count(at), count(at - 1)) : null,
    rateFromFirst: at > 0 ? rate(count(at), count(0)) : null,
    daysFromPrevious: quartiles && !tooFew && !isHidden(at) && !isHidden(at - 1) ? inDays(quartiles) : null,
    lost: veil.everything
      ? []
      : lost
          .filter(({ step }) => step === at + 1)
          .map((one) => ({ reason: one.reason, count: veil.lost(one) ? null : one.count, ...mark(veil.lost(one)) })),
    mature: {
      count: mature(at),
      rateFromPrevious: at > 0 ? rate(mature(at), mature(at - 1)) : null,
      rateFromFirst: at > 0 ? rate(mature(at), mature(0)) : null,
      ...mark(mature(at) === null),
    },
    ...mark(isHidden(at)),
  };
}

/** A rate of hidden counts is hidden, too. */
const rate = (successes: number | null, trials: number | null) =>
  successes === null || trials === null ? null : wilson(successes, trials);

const inDays = ({ seconds }: Quartiles) => seconds && { median: seconds[1] / DAY, p25: seconds[0] / DAY, p75: seconds[2] / DAY };
