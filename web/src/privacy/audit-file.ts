/** The audit as a CSV file: every entry of the present filter, page by page, at most as many as a table takes well. */
import Papa from 'papaparse';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { AuditEntry } from '../../../src/privacy/audit.schema.ts';
import { api, type Query } from '../app/api.ts';

const AuditPage = pageOf(AuditEntry);
const MOST = 50_000;

/** `heads`: the words over the columns: when, who, did what, to what, its id, fields. Instants are ISO 8601. */
export async function auditFile(path: string, query: Query, heads: readonly string[]): Promise<Blob> {
  const rows: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<typeof AuditPage.parse> = await api.get(path, AuditPage, { query: { ...query, limit: 200, cursor } });
    for (const { at, actor, action, table, rowId, columns } of page.items)
      rows.push([String(at), actor?.name ?? '', action, table, rowId ?? '', columns.join(' ')]);
    cursor = page.nextCursor;
  } while (cursor && rows.length < MOST);
  // A name that begins like a formula stays a name in a spreadsheet.
  const text = Papa.unparse({ fields: [...heads], data: rows }, { escapeFormulae: true });
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
}
