/** Puts clicks into the database: many of several regions in one statement, over a connection of their own that no report can take. */
import pg from 'pg';
import { APP_ROLE, SHORT_STATEMENTS } from '../platform/database.ts';
import type { Click } from './click.ts';

/** A visitor waits at most this long for a database that does not answer. */
const CONNECT_MS = 1_000;
const ANSWER_MS = 2_000;

const RECORD = {
  name: 'record_clicks',
  text: 'select record_clicks($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::bytea[])',
};

export class ClickStore {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({
      connectionString: url,
      application_name: 'suppilo clicks',
      max: 1,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_MS,
      options: `-c role=${APP_ROLE} ${SHORT_STATEMENTS} -c statement_timeout=${ANSWER_MS}`,
    });
    // A connection that breaks while nobody uses it is replaced by the next click.
    this.pool.on('error', () => {});
  }

  /**
   * Records clicks; those that are there already, or whose link is gone, change nothing. With none it only asks whether the database is there.
   * @throws when the database does not take them
   */
  async record(clicks: readonly Click[]): Promise<void> {
    await this.pool.query({
      ...RECORD,
      values: [
        clicks.map(({ regionId }) => regionId),
        clicks.map(({ id }) => id),
        clicks.map(({ linkId }) => linkId),
        clicks.map(({ at }) => new Date(at).toISOString()),
        clicks.map(({ referrer }) => referrer),
        clicks.map(({ language }) => language),
        clicks.map(({ device }) => device),
        clicks.map(({ visitor }) => visitor && `\\x${visitor}`),
      ],
    });
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** Whether the database answered that it can't take these rows: trying the same again would not help. */
export const isRefusal = (error: unknown): boolean => error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');
