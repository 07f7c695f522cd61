/**
 * Measures the product on an embedded database that goes away afterwards, as ratios within one run.
 *   npm run bench -- --leads 20000,100000 --regions 20 --runs 15 [--only funnel|go|form]
 * Up to a million leads with about ten touches each. Each scale gets a database of its own.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readConfig } from '../config/environment.ts';
import { createApp } from '../src/app.ts';
import { SHORT_STATEMENTS } from '../src/platform/database.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded/embedded-postgres.ts';
import { migrate } from '../src/platform/migrate.ts';
import { type BenchRegion, fill, sizes } from './data.ts';
import { measureForm } from './form.bench.ts';
import { measureGo } from './go.bench.ts';
import { format, type Measured, measureFunnel } from './funnel.bench.ts';

/** Whatever happens, it ends. */
const LONGEST_MINUTES = 60;
/** The targets are of this many leads; at other scales ratios are told without a verdict. */
const TARGET_SCALE = 1_000_000;
const PARTS = ['funnel', 'go', 'form'];
const PASSWORD = 'Pohjoisen-revontulet-9';

type App = Awaited<ReturnType<typeof createApp>>;

interface Asked {
  readonly leads: readonly number[];
  readonly regions: number;
  readonly runs: number;
  /** One part alone. */
  readonly only: string | undefined;
}

function asked(): Asked {
  const { values } = parseArgs({
    options: {
      leads: { type: 'string', default: '20000,100000' },
      regions: { type: 'string', default: '20' },
      runs: { type: 'string', default: '15' },
      only: { type: 'string' },
    },
  });
  const whole = (name: string, text: string, least: number, most: number): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new Error(`--${name}: a number from ${least} to ${most}`);
  };
  if (values.only !== undefined && !PARTS.includes(values.only)) throw new Error(`--only: ${PARTS.join(' or ')}`);
  return {
    only: values.only,
    leads: values.leads.split(',').map((text) => whole('leads', text, 1000, 1_000_000)),
    regions: whole('regions', values.regions, 2, 100),
    runs: whole('runs', values.runs, 3, 100),
  };
}

async function bench({ leads, regions, runs, only }: Asked): Promise<void> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'suppilo-bench-'));
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  const database = await startEmbeddedPostgres({ dataDir: folder, ephemeral: true });
  try {
    const wanted = (part: string) => only === undefined || only === part;
    if (wanted('go')) await theRedirect(database.url, folder);
    if (wanted('form')) await theForm(database.url, folder, runs);
    if (wanted('funnel')) for (const scale of leads) await atScale(database.url, folder, scale, regions, runs);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function atScale(server: string, folder: string, leads: number, howMany: number, runs: number): Promise<void> {
  console.log(`\n${leads.toLocaleString('en')} leads in ${howMany} regions`);
  const url = Object.assign(new URL(server), { pathname: `/bench_${leads}` }).href;
  await once(server, `create database bench_${leads}`);
  await migrate(url);
  const app = await createApp(settingsOf(url, folder), folder);
  const [owner, reader] = [
    new pg.Client({ connectionString: url, options: SHORT_STATEMENTS }),
    new pg.Client({ connectionString: url, options: SHORT_STATEMENTS }),
  ];
  await Promise.all([owner.connect(), reader.connect()]);
  try {
    const { regions, headers } = await setUp(app, owner, sizes(leads, howMany));
    await fill(owner, regions, (line) => console.log(line));
    const { region, measured } = await measureFunnel({ app, owner, reader, regions, headers, runs });
    print(measured, `one region: ${region.leads.toLocaleString('en')} leads`, runs, leads === TARGET_SCALE);
  } finally {
    await Promise.all([owner.end(), reader.end()]);
    await app.close();
    await once(server, `drop database bench_${leads} with (force)`);
  }
}

const settingsOf = (url: string, folder: string) => ({
  ...readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' }),
  databaseUrl: url,
  sessionSecret: randomBytes(32).toString('hex'),
});

/** Does `work` with the product on a database of its own. */
async function alone(server: string, folder: string, name: string, work: (app: App, owner: pg.Client) => Promise<void>): Promise<void> {
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await once(server, `create database ${name}`);
  await migrate(url);
  const app = await createApp(settingsOf(url, folder), folder);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await work(app, owner);
  } finally {
    await owner.end();
    await app.close();
    await once(server, `drop database ${name} with (force)`);
  }
}

/** Clicks a second. */
const theRedirect = (server: string, folder: string): Promise<void> =>
  alone(server, folder, 'bench_go', async (app, owner) => {
    const { ratio, go, bare, lost, target } = await measureGo(app, owner, await aLink(app, owner));
    const [ours, theirs] = [go, bare].map(
      ({ perSecond, p99 }) => `${Math.round(perSecond).toLocaleString('en')}/s, p99 ${p99.toFixed(1)} ms`,
    );
    console.log('\n/go, 32 connections; medians, (lowest–highest ratio of a round), target, what, [both sides]');
    console.log(
      `  ${ratio.value >= target ? 'met   ' : 'missed'} ${ratio.value.toFixed(2)} × (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}) ≥ ${target}  clicks kept by a bare redirect  [${ours} / ${theirs}]`,
    );
    console.log(`  ${lost === 0 ? 'met   ' : 'missed'} ${lost} answered and not in the database`);
  });

/** What the public form weighs, and how long it takes. */
const theForm = (server: string, folder: string, runs: number): Promise<void> =>
  alone(server, folder, 'bench_form', async (app, owner) => {
    const { slug, headers, contactPersonId } = await aContactPerson(app, owner);
    const { bytes, read, send } = await measureForm({ app, headers, slug, contactPersonId, runs });
    console.log(`\n/c/{form}; medians of ${runs} runs, (lowest–highest ratio of a run), what, [both sides]`);
    const kilo = (size: number) => `${(size / 1000).toFixed(1)} kB`;
    console.log(
      `  ${bytes.withPhoto < bytes.most ? 'met   ' : 'missed'} ${kilo(bytes.withPhoto)} < ${kilo(bytes.most)}  with the largest photo  [page ${kilo(bytes.page)}, gzipped ${kilo(bytes.gzip)}]`,
    );
    for (const [what, { ratio, times }] of [
      ['reading it by a page that is ready', read],
      ['sending it by a bare 303', send],
    ] as const)
      console.log(
        `         ${format(ratio.value)} × (${format(ratio.low)}–${format(ratio.high)})  ${what}  [${times.map(({ median }) => `${format(median)} ms`).join(' / ')}]`,
      );
  });

/** The code of an activity's link that leads somewhere. */
async function aLink(app: App, owner: pg.Client): Promise<string> {
  const { api, contactPersonId } = await aContactPerson(app, owner);
  const activity = { kind: 'campaign', title: 'Kampanja', channel: 'instagram', startsOn: '2025-01-01', municipalities: [], languages: [] };
  const { id } = await api('/activities', { ...activity, contactPersonId });
  return (await api(`/activities/${id}/links`, { destination: 'https://example.fi/' })).code!;
}

/** A region with one contact person, and with that a form; `api` makes what there is more. */
async function aContactPerson(app: App, owner: pg.Client) {
  const { regions, headers } = await setUp(app, owner, [1]);
  const { slug } = regions[0]!;
  const api = async (path: string, payload: object): Promise<Record<string, string>> => {
    const answer = await app.inject({ method: 'POST', url: `/api/v1/regions/${slug}${path}`, headers, payload });
    if (answer.statusCode !== 201) throw new Error(`${path} answers ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
  const { id } = await api('/contact-persons', { name: 'Liisa Linkki', languages: ['fi'], municipalities: ['305'] });
  return { slug, headers, api, contactPersonId: id! };
}

/** The regions as the product makes them, and what a signed-in admin of all of them sends. */
async function setUp(
  app: App,
  owner: pg.Client,
  shares: readonly number[],
): Promise<{ regions: BenchRegion[]; headers: Record<string, string> }> {
  const headers: Record<string, string> = { host: '127.0.0.1', origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' };
  const admin = { name: 'Aino Admin', email: 'aino@example.fi', password: PASSWORD };
  for (const at of shares.keys()) {
    const region = { name: `Alue ${at + 1}`, slug: `alue-${at + 1}`, locale: 'fi', municipalities: ['305', '832', '614'] };
    const {
      statusCode,
      body,
      headers: answered,
    } = await app.inject({ method: 'POST', url: `/api/v1/${at === 0 ? 'setup' : 'regions'}`, headers, payload: { region, admin } });
    if (statusCode !== 201) throw new Error(`Setting up answers ${statusCode} ${body}`);
    if (at === 0)
      headers.cookie = [answered['set-cookie']]
        .flat()
        .map((cookie) => String(cookie).split(';')[0])
        .join('; ');
  }
  const { rows } = await owner.query<{ id: string; slug: string }>('select id, slug from region');
  return { regions: shares.map((leads, at) => ({ ...rows.find(({ slug }) => slug === `alue-${at + 1}`)!, leads })), headers };
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function print(measured: readonly Measured[], region: string, runs: number, judged: boolean): void {
  console.log(`  ${region}; medians of ${runs} runs, (lowest–highest ratio of a run), target, what, [both sides]`);
  for (const { what, ratio, times, target, met } of measured) {
    const [one, other] = times.map((time) => `${format(time)} ms`);
    const verdict = !judged || target === null ? '      ' : met ? 'met   ' : 'missed';
    const spread = `(${format(ratio.low)}–${format(ratio.high)})`;
    console.log(
      `  ${verdict} ${`${format(ratio.value)} ×`.padStart(8)} ${spread.padEnd(14)} ${(target ?? '').padEnd(9)} ${what}  [${one} / ${other}]`,
    );
  }
}

const timer = setTimeout(() => {
  console.error(`Stopped after ${LONGEST_MINUTES} minutes.`);
  process.exit(1);
}, LONGEST_MINUTES * 60_000);

try {
  await bench(asked());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
}
