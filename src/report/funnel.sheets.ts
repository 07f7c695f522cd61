/** The funnel as tables, for files that are taken along: everything named, small counts as `<5`, the demo marked as an example. Pure. */
import type { Funnel, FunnelBody, FunnelQuery } from './funnel.schema.ts';
import { reportFilters } from './funnel.schema.ts';
import type { Cell, Sheet } from './sheet.ts';
import { type Language, text, type TextKey } from './texts.ts';
import type { Rate } from './wilson.ts';

export interface About {
  readonly region: { readonly name: string; readonly demo: boolean; readonly smallNumber: number };
  readonly language: Language;
}

type Say = (key: TextKey) => string;

/** A table of what it is, then those of the time asked for, then the same of the comparison. */
export function funnelSheets({ previous, ...report }: Funnel, query: FunnelQuery, { region, language }: About): Sheet[] {
  const say: Say = (key) => text(language, key);
  const small = `<${region.smallNumber}`;
  const sheets = [
    about(report, previous, query, region, say, small),
    ...tablesOf(report, say, small, ''),
    ...(previous ? tablesOf(previous, say, small, ` (${say('comparison')})`) : []),
  ];
  return region.demo ? sheets.map((sheet) => ({ ...sheet, note: say('example') })) : sheets;
}

function about(
  report: FunnelBody,
  previous: Funnel['previous'],
  query: FunnelQuery,
  region: About['region'],
  say: Say,
  small: string,
): Sheet {
  const filters = Object.keys(reportFilters).flatMap((name) => {
    const values = query[name as keyof typeof reportFilters];
    return values.length ? [`${name}: ${values.join(' ')}`] : [];
  });
  return {
    name: say('title'),
    heading: null,
    rows: [
      [say('region'), region.name],
      [say('period'), period(report)],
      ...(previous ? [[say('comparison'), period(previous)]] : []),
      [say('window'), query.windowDays === 'none' ? say('unlimited') : query.windowDays],
      ...(filters.length ? [[say('filters'), filters.join('; ')]] : []),
      ...(query.by ? [[say('model'), query.model]] : []),
      [small, say('small')],
    ],
  };
}

/** The last day is told, as people say it. */
function period({ cohort }: FunnelBody): string {
  return `${cohort.from} – ${new Date(Date.parse(`${cohort.to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)}`;
}

function tablesOf(body: FunnelBody, say: Say, small: string, suffix: string): Sheet[] {
  const table = (name: TextKey, heading: string[], rows: Cell[][]): Sheet => ({ name: say(name) + suffix, heading, rows });
  const count = (value: number | null): Cell => value ?? small;
  const bounds = [say('low'), say('high')];
  const parts = ['grossReach', 'impressions', 'views', 'clicks', 'clicksTracked', 'clicksReported'] as const;
  return [
    table(
      'reach',
      [say('figure'), say('reach')],
      parts.map((part) => [say(part), body.reach[part] === null ? null : Math.round(body.reach[part])]),
    ),
    table(
      'steps',
      [
        say('step'),
        say('label'),
        say('count'),
        say('fromPrevious'),
        ...bounds,
        say('fromFirst'),
        ...bounds,
        say('days'),
        say('p25'),
        say('p75'),
        say('mature'),
        say('fromPrevious'),
        ...bounds,
      ],
      [
        ...body.steps.map((step) => [
          step.key,
          step.label,
          count(step.count),
          ...rate(step.rateFromPrevious),
          ...rate(step.rateFromFirst),
          step.daysFromPrevious?.median ?? null,
          step.daysFromPrevious?.p25 ?? null,
          step.daysFromPrevious?.p75 ?? null,
          count(step.mature.count),
          ...rate(step.mature.rateFromPrevious),
        ]),
        ['', say('stillRunning'), count(body.cohort.stillRunning)],
      ],
    ),
    table(
      'lost',
      [say('step'), say('label'), say('reason'), say('count')],
      body.steps.flatMap((step) => step.lost.map((lost) => [step.key, step.label, lost.reason, count(lost.count)])),
    ),
    table(
      'stillHere',
      [say('months'), say('stillHere'), say('due'), say('notYetDue'), say('noAnswer'), say('rate'), ...bounds],
      body.stillHere.map((at) => [at.months, count(at.count), count(at.due), count(at.notYetDue), count(at.noAnswer), ...rate(at.rate)]),
    ),
    ...(body.rows
      ? [
          table(
            'rows',
            [say('key'), say('label'), ...body.steps.map(({ label }) => label)],
            [
              ...body.rows.map(({ key, label, steps }) => [key, label, ...steps.map(count)]),
              ...(body.unattributed ? [['unattributed', say('unattributed'), ...body.unattributed.steps.map(count)]] : []),
            ],
          ),
        ]
      : []),
  ];
}

const rate = (value: Rate | null): Cell[] => (value ? [value.value, value.low, value.high] : [null, null, null]);
