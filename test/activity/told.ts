/** Tells the database of activities and their figures directly, in a region of one's own, and asks it what counts. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../setup/database.ts';

interface Period {
  readonly metric?: string;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly source?: string;
  readonly ad?: string;
}
interface Moment {
  readonly metric?: string;
  readonly at: string;
  readonly value: number;
  readonly source?: string;
}

export class Told {
  private database: TestDatabase | undefined;
  private opened: pg.Client | undefined;
  private numbered = 0;
  region = '';

  readonly open = async (): Promise<void> => {
    this.database = await createTestDatabase();
    this.opened = new pg.Client({ connectionString: this.database.url });
    await this.opened.connect();
  };

  readonly close = async (): Promise<void> => {
    await this.opened?.end();
    await this.database?.drop();
  };

  get client(): pg.Client {
    return this.opened!;
  }

  /** A new region, in which everything after is told. */
  readonly begin = async (): Promise<void> => {
    this.region = randomUUID();
    await this.client.query('insert into region (id, slug, name) values ($1::uuid, $1::text, $2)', [this.region, 'Koillismaa']);
  };

  readonly activity = async ({
    startsOn = '2025-01-01',
    endsOn = null as string | null,
    costCents = null as number | null,
  } = {}): Promise<string> => {
    const id = randomUUID();
    this.numbered += 1;
    await this.client.query(
      `insert into activity (region_id, id, no, kind, title, channel, audience, starts_on, ends_on, cost_cents)
       values ($1, $2, $3, 'campaign', 'Nupit', 'instagram', 'people', $4, $5, $6)`,
      [this.region, id, this.numbered, startsOn, endsOn, costCents],
    );
    return id;
  };

  readonly period = async (
    activityId: string,
    { metric = 'reach', from, to, value, source = 'manual', ad = '' }: Period,
  ): Promise<void> => {
    await this.client.query(
      `insert into metric_period (region_id, id, activity_id, metric, source, external_id, period, value)
       values ($1, $2, $3, $4, $5, $6, daterange($7, $8, '[]'), $9)`,
      [this.region, randomUUID(), activityId, metric, source, ad, from, to, value],
    );
  };

  readonly snapshot = async (activityId: string, { metric = 'views', at, value, source = 'youtube' }: Moment): Promise<void> => {
    await this.client.query(
      'insert into snapshot (region_id, activity_id, metric, source, taken_at, value) values ($1, $2, $3, $4, $5, $6)',
      [this.region, activityId, metric, source, at, value],
    );
  };

  /** What counts of one activity on the days [from, to), to six decimals. */
  readonly figures = async (activityId: string, from: string | null = null, to: string | null = null): Promise<Record<string, number>> => {
    const { rows } = await this.client.query<{ metric: string; value: string }>(
      'select metric, value from activity_figure($1, $2, $3, $4) order by metric',
      [this.region, from, to, [activityId]],
    );
    return Object.fromEntries(rows.map(({ metric, value }) => [metric, Math.round(Number(value) * 1e6) / 1e6]));
  };
}
