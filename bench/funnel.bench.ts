/** How fast the funnel is, as ratios to what it can't be faster than and to what one would use today. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { type Cohort } from '../src/report/cohort.ts';
import { countsQuery, type Read } from '../src/report/funnel.query.ts';
import { type BenchRegion, DAYS } from './data.ts';
import { ratio, type Ratio, sideBySide } from './measure.ts';

export interface Measured {
  readonly what: string;
  readonly ratio: Ratio;
  /** Milliseconds of both sides. */
  readonly times: readonly [number, number];
  /** Null: told for comparison only. */
  readonly target: string | null;
  readonly met: boolean;
}

export interface Stage {
  readonly app: NestFastifyApplication;
  /** As the database's owner. */
  readonly owner: pg.Client;
  /** As the application's role, in the region that it is told. */
  readonly reader: pg.Client;
  readonly regions: readonly BenchRegion[];
  readonly headers: Readonly<Record<string, string>>;
  readonly runs: number;
}

const WINDOW = 180 * 86_400;
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** All measures at one scale. The region is the one whose share of the leads is the nearest to a twentieth. */
export async function measureFunnel({
  app,
  owner,
  reader,
  regions,
  headers,
  runs,
}: Stage): Promise<{ region: BenchRegion; measured: Measured[] }> {
  const all = regions.reduce((sum, { leads }) => sum + leads, 0);
  const region = [...regions].sort((a, b) => Math.abs(a.leads - all / 20) - Math.abs(b.leads - all / 20))[0]!;
  const [{ partition }] = (
    await owner.query('select tableoid::regclass::text as partition from journey where region_id = $1 limit 1', [region.id])
  ).rows;
  await reader.query(`set role suppilo_app; set app.region_id = '${region.id}'`);
  const read: Read = async ({ text, values }) => (await reader.query(text, values)).rows;
  const cohort = await cohortOf(owner, region, day(DAYS + 2), day(-1));
  const year = await cohortOf(owner, region, day(365), day(0));
  const report = `/api/v1/regions/${region.slug}/reports/funnel?from=${day(365)}&to=${day(0)}&windowDays=180&by=channel&compare=year-before`;

  const times = await sideBySide(
    {
      everyRow: () =>
        owner.query('select count(*) from journey where created_at >= $1 and created_at < $2 and pipeline = 1', [cohort.from, cohort.to]),
      everywhere: () => owner.query(EVERYWHERE, [cohort.from, cohort.to]),
      partition: () => owner.query(`select count(*) from ${partition} where pipeline = 1`),
      region: () => countsQuery(read, cohort),
      year: () => countsQuery(read, year),
      report: async () => {
        const { statusCode, body } = await app.inject({ method: 'GET', url: report, headers });
        if (statusCode !== 200) throw new Error(`The report answers ${statusCode} ${body.slice(0, 500)}`);
      },
    },
    { runs },
  );
  // The other tool may use all it would by default.
  await owner.query('set jit = on; set max_parallel_workers_per_gather = 2');
  const events = await sideBySide({ events: () => owner.query(OVER_EVENTS) }, { runs: 1, warmUps: 0 });
  const line = (what: string, one: keyof typeof times, other: keyof typeof times, target: number | null): Measured => {
    const measured = ratio(times[one], times[other]);
    return {
      what,
      ratio: measured,
      times: [times[one].median, times[other].median],
      target: target === null ? null : `≤ ${format(target)} ×`,
      met: target === null || measured.value <= target,
    };
  };
  const quicker = ratio(events.events, times.everywhere);
  return {
    region,
    measured: [
      line('funnel counts, all regions / count(*) over the same rows', 'everywhere', 'everyRow', 2),
      {
        what: 'the same over an event table, a step a CTE / funnel counts',
        ratio: quicker,
        times: [events.events.median, times.everywhere.median],
        target: '≥ 50 ×',
        met: quicker.value >= 50,
      },
      line('funnel counts, one region / scan of its own partition', 'region', 'partition', 2),
      line('funnel counts, one region / all regions', 'region', 'everywhere', 1 / 6),
      line('whole report over HTTP, a year by channel and the year before, one region / its funnel counts', 'report', 'region', 10),
      line('the same / the counts of that year alone', 'report', 'year', null),
    ],
  };
}

export const format = (value: number): string => (value < 1 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));

async function cohortOf(owner: pg.Client, { id }: BenchRegion, from: string, to: string): Promise<Cohort> {
  const [{ no }] = (await owner.query("select no from pipeline where region_id = $1 and key = 'talent'", [id])).rows;
  return {
    regionId: id,
    pipelines: [no],
    steps: 5,
    common: false,
    from: new Date(from),
    to: new Date(to),
    window: WINDOW,
    matureBefore: null,
    filters: { municipality: [], language: [], owner: [] },
  };
}

/** The five counts in one pass, over all regions. */
const EVERYWHERE = `
  select array[count(*), count(*) filter (where step_2 <= ${WINDOW}), count(*) filter (where step_3 <= ${WINDOW}),
               count(*) filter (where step_4 <= ${WINDOW}), count(*) filter (where step_5 <= ${WINDOW})]::int[] as reached
  from journey where created_at >= $1 and created_at < $2 and pipeline = 1`;

const STAGES = ['new', 'contacted', 'qualified', 'visiting', 'won'];
/** As a web analytics tool asks its event table: each step joins the sessions of the step before to their later events. */
const OVER_EVENTS = `
  with level1 as (select distinct session, at from bench_event where name = 'new'),
  ${STAGES.slice(1)
    .map(
      (stage, at) => `
  level${at + 2} as (
    select distinct e.session, e.at from level${at + 1} l join bench_event e on e.session = l.session
    where e.name = '${stage}' and e.at between l.at and l.at + interval '180 days')`,
    )
    .join(',')}
  ${STAGES.map((_, at) => `select ${at + 1} as level, count(distinct session) from level${at + 1}`).join(' union all ')}`;
