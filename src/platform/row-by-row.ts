/** Does the rows of one request each by itself: a refused one undoes nothing of the others. */
import { Injectable } from '@nestjs/common';
import type * as z from 'zod';
import type { RowResult } from './bulk.schema.ts';
import { Problem } from './problem.ts';
import { asProblem } from './problem.filter.ts';
import { RegionScope } from './region-scope.ts';
import { issuesOf } from './validation.pipe.ts';

@Injectable()
export class RowByRow {
  constructor(private readonly scope: RegionScope) {}

  /**
   * `write` answers whether the row was written now or before.
   * @throws what is no row's fault: then nothing is written
   */
  async each<T extends { readonly id: string }>(
    rows: readonly T[],
    write: (row: T) => Promise<'saved' | 'repeated'>,
  ): Promise<RowResult[]> {
    const results: RowResult[] = [];
    for (const row of rows) {
      try {
        results.push({ id: row.id, state: await this.scope.part(() => write(row)), problem: null });
      } catch (error) {
        const problem = asProblem(error);
        if (problem.status >= 500) throw error;
        const { status, code, message: detail, issues } = problem;
        results.push({ id: row.id, state: 'refused', problem: { status, code, detail, issues: [...issues] } });
      }
    }
    return results;
  }
}

/** A row as its schema has it. @throws Problem 400 that names each wrong field of the row */
export function checked<S extends z.ZodType>(schema: S, row: unknown): z.output<S> {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'invalid', 'Some fields are not right', issuesOf(parsed.error.issues));
}

/** Does `work` on the part of a row at `path`: what it refuses is told with its place in the row. */
export async function within<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const issues = error.issues.map((issue) => ({ ...issue, path: `${path}.${issue.path}` }));
    throw new Problem(error.status, error.code, error.message, issues, error.headers);
  }
}
