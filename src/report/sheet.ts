/** Reports as files: plain tables, one after another in CSV, one a sheet in XLSX. */
import { StreamableFile } from '@nestjs/common';
import ExcelJS from 'exceljs';

export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Null: unknown, an empty cell. */
export type Cell = string | number | null;

export interface Sheet {
  readonly name: string;
  /** Stands above the table wherever it goes. */
  readonly note?: string;
  /** Null: no heading, the rows speak for themselves. */
  readonly heading: readonly string[] | null;
  readonly rows: readonly (readonly Cell[])[];
}

/** The file type that a request prefers to JSON. */
export function acceptedFile(accept: string | undefined): typeof CSV | typeof XLSX | undefined {
  const ranges = (accept ?? '').split(',').map((part) => {
    const [type = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { type: type.trim(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const qualityOf = (type: string) => Math.max(0, ...ranges.filter((range) => range.type === type).map(({ quality }) => quality));
  const json = qualityOf('application/json');
  const [best] = ([CSV, XLSX] as const).filter((type) => qualityOf(type) > json).sort((a, b) => qualityOf(b) - qualityOf(a));
  return best;
}

/** A file to save under `name`. */
export async function fileOf(type: typeof CSV | typeof XLSX, name: string, sheets: readonly Sheet[]): Promise<StreamableFile> {
  const [bytes, extension] = type === CSV ? [Buffer.from(csvOf(sheets)), 'csv'] : [await xlsxOf(sheets), 'xlsx'];
  return new StreamableFile(bytes, {
    type: type === CSV ? `${CSV}; charset=utf-8` : XLSX,
    disposition: `attachment; filename="${name}.${extension}"`,
    length: bytes.length,
  });
}

/** RFC 4180, with a mark that tells spreadsheets its encoding. Tables are apart by an empty line, each under its name. */
export function csvOf(sheets: readonly Sheet[]): string {
  const tables = sheets.map(({ name, note, heading, rows }) =>
    [[name], ...(note ? [[note]] : []), ...(heading ? [heading] : []), ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n'),
  );
  return `\uFEFF${tables.join('\r\n\r\n')}\r\n`;
}

/** Text that a spreadsheet would take for a formula is set off by an apostrophe. */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

async function xlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const { name, note, heading, rows } of sheets) {
    const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
    if (note) sheet.addRow([note]).font = { bold: true, color: { argb: 'FFB00020' } };
    if (heading) sheet.addRow([...heading]).font = { bold: true };
    // Text stays text here: no cell is ever written as a formula.
    for (const row of rows) sheet.addRow([...row]);
    sheet.columns.forEach((column) => {
      column.width = 24;
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
