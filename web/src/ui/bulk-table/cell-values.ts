/** What is written in a cell as the value it means; undefined when it means none. */
import { MUNICIPALITIES } from '../../../../src/platform/municipality.schema.ts';

/** Year, month and day as written, whether or not the calendar has them. */
function writtenDay(text: string): (string | undefined)[] | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text.trim());
  const usual = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text.trim());
  return iso ? iso.slice(1) : usual ? [usual[3], usual[2], usual[1]] : undefined;
}

/** A day as people and spreadsheets write it: `2025-09-01`, `1.9.2025`, `01/09/2025`. */
export function dayOfCell(text: string): string | undefined {
  const [year, month, day] = writtenDay(text) ?? [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : undefined;
}

/** The code of what is wrong with a day that is written: none of the calendar's, or none at all. */
export function dayProblem(text: string): 'no_such_day' | 'unknown_day' | undefined {
  if (!text.trim() || dayOfCell(text)) return undefined;
  return writtenDay(text) ? 'no_such_day' : 'unknown_day';
}

/** A municipality's code by its Finnish or Swedish name, or its code. */
export function municipalityOfCell(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  return MUNICIPALITIES.find(({ code, fi, sv }) => code === word || fi.toLowerCase() === word || sv.toLowerCase() === word)?.code;
}

/** A number with spaces, a decimal comma or a currency sign: `1 234,50 €`. */
export function numberOfCell(text: string): number | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f€]/g, '')
    .replace(/,(\d{1,2})$/, '.$1')
    .replace(/,/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
