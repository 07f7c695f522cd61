/** The funnel as tables, for files that are taken along: everything named, small counts as `<5`, the demo marked as an example. Pure. */
import type { Funnel, FunnelBody, FunnelQuery } from './funnel.schema.ts';
import { type About, exampled, filtersOf, lastDay, rateCells, type Say } from './report.sheets.ts';
import type { Cell, Sheet } from './sheet.ts';
import { text, type TextKey } from './texts.ts';

/** A table of what it is, then those of the time asked for, then the same of the comparison. */
export function funnelSheets({ previous, ...report }: Funnel, query: FunnelQuery, { region, language }: About): Sheet[] {
  const say: Say = (key) => text(language, key);
  const small = `<${region.smallNumber}`;
  const sheets = [
    about(report, previous, query, region, say, small),
    ...tablesOf(report, say, small, ''),
    ...(previous ? tablesOf(previous, say, small, ` (${say('comparison')})`) : []),
  ];
  return exampled(sheets, region, say);
}

function about(
  report: FunnelBody,
  previous: Funnel['previous'],
  query: FunnelQuery,
  region: About['region'],
  say: Say,
  small: string,
): Sheet {
  const filters = filtersOf(query);
  return {
    name: say('title'),
    heading: null,
    rows: [
      [say('region'), region.name],
      [say('period'), period(report)],
      ...(previous ? [[say('comparison'), period(previous)]] : []),
      [say('window'), query.windowDays === 'none' ? say('unlimited') : query.windowDays],
      ...(filters ? [[say('filters'), filters]] : []),
      ...(query.by ? [[say('model'), query.model]] : []),
      [small, say('small')],
    ],
  };
}

const period = ({ cohort }: FunnelBody): string => `${cohort.from} – ${lastDay(cohort.to)}`;

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
          ...rateCells(step.rateFromPrevious),
          ...rateCells(step.rateFromFirst),
          step.daysFromPrevious?.median ?? null,
          step.daysFromPrevious?.p25 ?? null,
          step.daysFromPrevious?.p75 ?? null,
          count(step.mature.count),
          ...rateCells(step.mature.rateFromPrevious),
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
      body.stillHere.map((at) => [
        at.months,
        count(at.count),
        count(at.due),
        count(at.notYetDue),
        count(at.noAnswer),
        ...rateCells(at.rate),
      ]),
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
