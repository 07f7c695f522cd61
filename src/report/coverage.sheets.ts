/** The coverage report as tables, for files that are taken along. Pure. */
import type { Coverage, CoverageBody, CoverageQuery } from './coverage.schema.ts';
import { type About, exampled, filtersOf, lastDay, rateCells, type Say } from './report.sheets.ts';
import type { Cell, Sheet } from './sheet.ts';
import { text } from './texts.ts';

/** A table of what it is, then those of the time asked for, then the same of the comparison. */
export function coverageSheets({ previous, ...report }: Coverage, query: CoverageQuery, { region, language }: About): Sheet[] {
  const say: Say = (key) => text(language, key);
  const small = `<${region.smallNumber}`;
  const filters = filtersOf(query);
  const about: Sheet = {
    name: say('coverage'),
    heading: null,
    rows: [
      [say('region'), region.name],
      [say('period'), period(report)],
      ...(previous ? [[say('comparison'), period(previous)]] : []),
      ...(filters ? [[say('filters'), filters]] : []),
      [small, say('small')],
    ],
  };
  const tables = [
    about,
    ...tablesOf(report, say, small, ''),
    ...(previous ? tablesOf(previous, say, small, ` (${say('comparison')})`) : []),
  ];
  return exampled(tables, region, say);
}

const period = ({ period: { from, to } }: CoverageBody): string => `${from} – ${lastDay(to)}`;

const MEASURES = ['spendCents', 'grossReach', 'clicks'] as const;
const rounded = (value: number | null): Cell => (value === null ? null : Math.round(value));

function tablesOf(body: CoverageBody, say: Say, small: string, suffix: string): Sheet[] {
  const count = (value: number | null): Cell => value ?? small;
  const { leads, firstResponse, heardFrom, owners } = body;
  return [
    {
      name: say('covered') + suffix,
      heading: [say('measure'), say('total'), say('before'), say('covered'), say('share')],
      rows: MEASURES.map((name) => {
        const { total, before, covered } = body[name];
        const known = (total ?? 0) - (before ?? 0);
        return [say(name), rounded(total), rounded(before), rounded(covered), known > 0 ? (covered ?? 0) / known : null];
      }),
    },
    {
      name: say('leads') + suffix,
      heading: null,
      rows: [
        [say('leads'), count(leads.created)],
        [say('withoutOwner'), count(leads.withoutOwner)],
        [say('open'), count(leads.open)],
        [say('untouched'), count(leads.untouched)],
      ],
    },
    {
      name: say('firstResponse') + suffix,
      heading: [say('targetDays'), say('inTime'), say('late'), say('undecided'), say('share'), say('low'), say('high'), say('medianHours')],
      rows: [
        [
          firstResponse.targetDays,
          count(firstResponse.inTime),
          count(firstResponse.late),
          count(firstResponse.undecided),
          ...rateCells(firstResponse.rate),
          firstResponse.medianHours,
        ],
      ],
    },
    {
      name: say('heardFrom') + suffix,
      heading: [say('channel'), say('label'), say('heard'), say('met'), say('both')],
      rows: [
        ...heardFrom.rows.map(({ key, label, heard, met, both }) => [key, label, count(heard), count(met), count(both)]),
        ['', say('answered'), count(heardFrom.answered)],
      ],
    },
    ...(owners
      ? [
          {
            name: say('owner') + suffix,
            heading: [say('label'), say('leads'), say('inTime'), say('late'), say('untouched')],
            rows: owners.map(({ label, leads: all, inTime, late, untouched }) => [label, all, inTime, late, untouched]),
          },
        ]
      : []),
  ];
}
