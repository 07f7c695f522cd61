/** What the files of all reports have in common: what they are about, the mark of the demo, rates in three cells. Pure. */
import { reportFilters } from './report.schema.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { Language, TextKey } from './texts.ts';
import type { Rate } from './wilson.ts';

export interface About {
  readonly region: { readonly name: string; readonly demo: boolean; readonly smallNumber: number };
  readonly language: Language;
}

export type Say = (key: TextKey) => string;

/** Nothing of the demo goes out without saying that it is an example. */
export const exampled = (sheets: Sheet[], { demo }: About['region'], say: Say): Sheet[] =>
  demo ? sheets.map((sheet) => ({ ...sheet, note: say('example') })) : sheets;

/** The filters that are set, in one cell. */
export const filtersOf = (query: Readonly<Record<keyof typeof reportFilters, readonly string[]>>): string =>
  (Object.keys(reportFilters) as (keyof typeof reportFilters)[])
    .flatMap((name) => (query[name].length ? [`${name}: ${query[name].join(' ')}`] : []))
    .join('; ');

/** The last day of a period whose end is exclusive: as people say it. */
export const lastDay = (to: string): string => new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** A rate with its interval, in three cells. */
export const rateCells = (value: Rate | null): Cell[] => (value ? [value.value, value.low, value.high] : [null, null, null]);
