/** A storm of clicks on the real server, killed in its middle: whatever was acknowledged is in the database, once. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type RegionInStory, Story } from '../story.ts';
import { StormServer } from './storm-server.ts';
import { kept, type LinkInStory, makeLink, visit } from './visits.ts';

const VISITORS = 24;
/** Bounded, whatever happens. */
const MOST_CLICKS = 3_000;
const KILL_AFTER = 600;

let story: Story;
let region: RegionInStory;
let server: StormServer;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  server = await StormServer.start(story);
}, 60_000);
afterAll(async () => {
  await server?.end();
  await story.end();
});

/** Clicks on `link` until the server dies; answers how many were acknowledged, and how many were sent. */
async function storm(link: LinkInStory): Promise<{ acknowledged: number; sent: number }> {
  const told = { acknowledged: 0, sent: 0 };
  const there = { app: server.app } as Story;
  const visitor = async (): Promise<void> => {
    while (told.sent < MOST_CLICKS) {
      told.sent += 1;
      const answer = await visit(there, link.code).catch(() => undefined);
      if (!answer) return;
      if (answer.status === 302) told.acknowledged += 1;
      if (told.acknowledged === KILL_AFTER) void server.kill();
    }
  };
  await Promise.all(Array.from({ length: VISITORS }, visitor));
  return told;
}

it('loses no click that it acknowledged and invents none', async () => {
  const link = await makeLink(region, await region.campaign());
  const { acknowledged, sent } = await storm(link);
  await server.kill();
  const clicks = (await kept(story, link)).length;
  expect(acknowledged).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(sent).toBeLessThan(MOST_CLICKS);
  expect(clicks).toBeGreaterThanOrEqual(acknowledged);
  expect(clicks).toBeLessThanOrEqual(sent);
  const [day] = await story.app.sql('select sum(visits)::int as visits from click_day where link_id = $1', [link.id]);
  expect(day).toEqual({ visits: clicks });
}, 60_000);

it('has, when it starts again, what waited on disk as it was killed', async () => {
  await server.restart();
  const link = await makeLink(region, await region.campaign());
  const there = { app: server.app } as Story;
  await visit(there, link.code);
  await story.app.sql('revoke execute on function record_clicks from suppilo_app');
  for (let at = 0; at < 20; at++) expect((await visit(there, link.code)).status).toBe(302);
  await server.kill();
  expect(await kept(story, link)).toHaveLength(1);
  await story.app.sql('grant execute on function record_clicks to suppilo_app');
  await server.restart();
  for (let tries = 0; tries < 100 && (await kept(story, link)).length < 21; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await kept(story, link)).toHaveLength(21);
}, 60_000);
