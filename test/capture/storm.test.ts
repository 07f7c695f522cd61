/** A storm of clicks on the real server, killed in its middle: whatever was acknowledged is in the database, once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type RegionInStory, Story } from '../story.ts';
import { kept, type LinkInStory, makeLink, visit } from './visits.ts';

const VISITORS = 24;
/** Bounded, whatever happens. */
const MOST_CLICKS = 3_000;
const KILL_AFTER = 600;

let story: Story;
let region: RegionInStory;
let folder: string;
let server: { process: ChildProcess; origin: string };
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  folder = await mkdtemp(join(tmpdir(), 'suppilo-storm-'));
  server = await start();
}, 60_000);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
  await story.end();
});

async function start(): Promise<typeof server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/src/main.js')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: story.app.database.url, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /ready at (http\S+)/.exec(line)?.[1];
    if (origin) return { process: child, origin };
  }
  throw new Error('The server did not start');
}

/** Clicks on `link` until the server dies; answers how many were acknowledged, and how many were sent. */
async function storm(link: LinkInStory): Promise<{ acknowledged: number; sent: number }> {
  const told = { acknowledged: 0, sent: 0 };
  const there = { app: { origin: server.origin } } as Story;
  const visitor = async (): Promise<void> => {
    while (told.sent < MOST_CLICKS) {
      told.sent += 1;
      const answer = await visit(there, link.code).catch(() => undefined);
      if (!answer) return;
      if (answer.status === 302) told.acknowledged += 1;
      if (told.acknowledged === KILL_AFTER) server.process.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: VISITORS }, visitor));
  return told;
}

it('loses no click that it acknowledged and invents none', async () => {
  const link = await makeLink(region, await region.campaign());
  const gone = once(server.process, 'exit');
  const { acknowledged, sent } = await storm(link);
  await gone;
  const clicks = (await kept(story, link)).length;
  expect(acknowledged).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(sent).toBeLessThan(MOST_CLICKS);
  expect(clicks).toBeGreaterThanOrEqual(acknowledged);
  expect(clicks).toBeLessThanOrEqual(sent);
  const [day] = await story.app.sql('select sum(visits)::int as visits from click_day where link_id = $1', [link.id]);
  expect(day).toEqual({ visits: clicks });
}, 60_000);

it('has, when it starts again, what waited on disk as it was killed', async () => {
  server = await start();
  const link = await makeLink(region, await region.campaign());
  const there = { app: { origin: server.origin } } as Story;
  await visit(there, link.code);
  await story.app.sql('revoke execute on function record_clicks from suppilo_app');
  for (let at = 0; at < 20; at++) expect((await visit(there, link.code)).status).toBe(302);
  const gone = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await gone;
  expect(await kept(story, link)).toHaveLength(1);
  await story.app.sql('grant execute on function record_clicks to suppilo_app');
  server = await start();
  for (let tries = 0; tries < 100 && (await kept(story, link)).length < 21; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await kept(story, link)).toHaveLength(21);
}, 60_000);
