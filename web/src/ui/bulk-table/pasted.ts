/** Reads rows that were pasted from a spreadsheet, a CSV file or a list of names: which column is which, by its heading or by what stands in it. */
import Papa from 'papaparse';

export interface Choice {
  value: string;
  label: string;
}

export interface BulkColumn {
  key: string;
  label: string;
  /** Headings that name it, in any language, beside its label. */
  words?: readonly string[];
  /** Recognises it where there is no heading. */
  looksLike?: (text: string) => boolean;
  /** What can be chosen; a pasted word is looked up among the labels. */
  choices?: readonly Choice[];
  /** A word that is no choice stays in its cell, to be corrected there. */
  keepsUnknown?: boolean;
  /** Takes texts that belong nowhere else: `first` the first column of words, `rest` all others. */
  takes?: 'first' | 'rest';
  /** Rem. */
  width?: number;
  inputMode?: 'email' | 'tel' | 'decimal' | 'numeric';
}

export type Cells = Readonly<Record<string, string>>;

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s*:.,;_\-/()€?]+/g, ' ')
    .trim();
const isBlank = (cells: readonly string[]) => cells.every((cell) => !cell.trim());

/** A pasted text as lines of fields; tabs as spreadsheets copy them, else the separator that fits best. */
function fieldsOf(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter: text.includes('\t') ? '\t' : '', delimitersToGuess: [';', ',', '|'] });
  return data.filter((fields) => !isBlank(fields));
}

const namedBy = (columns: readonly BulkColumn[], heading: string) =>
  columns.find(({ label, words = [] }) => [label, ...words].some((word) => folded(word) === folded(heading)));

function recognised(columns: readonly BulkColumn[], taken: ReadonlySet<string>, texts: readonly string[]): BulkColumn | undefined {
  const filled = texts.filter((text) => text.trim());
  const fits = (column: BulkColumn) =>
    filled.filter((text) => column.looksLike?.(text.trim()) || (column.choices && chosen(column.choices, text) !== undefined)).length;
  return columns.find((column) => !taken.has(column.key) && filled.length > 0 && fits(column) >= filled.length * 0.6);
}

const chosen = (choices: readonly Choice[], text: string) =>
  choices.find(({ value, label }) => value === text.trim() || folded(label) === folded(text))?.value;

/** Which column each field of the lines belongs to. */
function places(lines: readonly string[][], headings: readonly string[] | undefined, columns: readonly BulkColumn[]) {
  const width = Math.max(...lines.map(({ length }) => length), headings?.length ?? 0);
  const named = Array.from({ length: width }, (_, at) => (headings ? namedBy(columns, headings[at] ?? '') : undefined));
  const taken = new Set(named.flatMap((column) => column?.key ?? []));
  const first = columns.find(({ takes }) => takes === 'first');
  const rest = columns.find(({ takes }) => takes === 'rest');
  return named.map((column, at) => {
    const texts = lines.map((fields) => fields[at] ?? '');
    const areShortWords = texts.every((text) => /^[^\d@]{0,40}$/.test(text) && text.trim().split(/\s+/).length <= 2);
    const hasFirst = first !== undefined && taken.has(first.key);
    const found =
      column ?? recognised(columns, taken, texts) ?? (first && !headings && (!hasFirst || (at === 1 && areShortWords)) ? first : undefined);
    if (found) taken.add(found.key);
    return found ?? rest;
  });
}

/** The rows of a pasted text by the columns' keys. What no column knows goes to the one that takes the rest. */
export function readPasted(text: string, columns: readonly BulkColumn[]): Cells[] {
  const [top, ...below] = fieldsOf(text);
  if (!top) return [];
  const isHeading = top.some((field) => namedBy(columns, field)) && !top.some((field) => /@|\d{4}/.test(field));
  const lines = isHeading ? below : [top, ...below];
  if (lines.length === 0) return [];
  const rest = columns.find(({ takes }) => takes === 'rest')?.key;
  const where = places(lines, isHeading ? top : undefined, columns);
  return lines.map((fields) => {
    const cells: Record<string, string> = {};
    const put = (key: string | undefined, words: string) => {
      if (key && words) cells[key] = cells[key] ? `${cells[key]} ${words}` : words;
    };
    fields.forEach((field, at) => {
      const column = where[at];
      const words = field.trim();
      const value = column?.choices ? (chosen(column.choices, words) ?? (column.keepsUnknown ? words : undefined)) : words;
      if (value === undefined) put(rest, words);
      else put(column?.key, value);
    });
    return cells;
  });
}

/** A pasted block as it lies, for the cells from the one it was pasted into. */
export function blockOf(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data;
}

/** A pasted word as the cell's value. */
export const cellOf = ({ choices, keepsUnknown }: BulkColumn, text: string): string =>
  choices ? (chosen(choices, text) ?? (keepsUnknown ? text.trim() : '')) : text.trim();
