/** How many clicks a second the redirect keeps, beside a bare redirect of the same kind of server that keeps nothing. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import type pg from 'pg';
import type { Load } from './go-load.ts';

/** Together below twenty seconds, with the warming up. */
const ROUNDS = 3;
const SECONDS = 2.5;
const TARGET = 0.45;

export interface GoMeasured {
  /** Clicks a second by bare redirects a second: medians, and the lowest and highest of a round. */
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number };
  readonly go: Load;
  readonly bare: Load;
  /** Clicks that were answered and are not in the database. */
  readonly lost: number;
  readonly target: number;
}

/** `code`: a link that leads somewhere. */
export async function measureGo(app: NestFastifyApplication, owner: pg.Client, code: string): Promise<GoMeasured> {
  const bare = fastify();
  bare.get('/bare', (_, reply) => reply.code(302).header('location', 'https://example.fi/').send());
  await bare.listen({ port: 0, host: '127.0.0.1' });
  await app.listen(0, '127.0.0.1');
  const ours = origin(app.getHttpServer().address());
  const theirs = origin(bare.server.address());
  try {
    await load(ours, `/go/${code}`, 1);
    await load(theirs, '/bare', 1);
    const { rows: before } = await owner.query<{ clicks: number }>('select count(*)::int as clicks from click');
    const rounds: { go: Load; bare: Load }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ bare: await load(theirs, '/bare', SECONDS), go: await load(ours, `/go/${code}`, SECONDS) });
    const { rows: after } = await owner.query<{ clicks: number }>('select count(*)::int as clicks from click');
    const answered = rounds.reduce((sum, { go }) => sum + go.answers - go.wrong, 0);
    const ratios = rounds.map(({ go, bare }) => go.perSecond / bare.perSecond).sort((a, b) => a - b);
    const middle = [...rounds].sort((a, b) => a.go.perSecond - b.go.perSecond)[ROUNDS >> 1]!;
    return {
      ratio: { value: ratios[ROUNDS >> 1]!, low: ratios[0]!, high: ratios.at(-1)! },
      ...middle,
      lost: answered - (after[0]!.clicks - before[0]!.clicks),
      target: TARGET,
    };
  } finally {
    await bare.close();
  }
}

const origin = (address: unknown): string => `http://127.0.0.1:${(address as { port: number }).port}`;

async function load(server: string, path: string, seconds: number): Promise<Load> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'go-load.js'), server, path, String(seconds)]);
  return JSON.parse(stdout) as Load;
}
