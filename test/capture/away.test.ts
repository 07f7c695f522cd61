/** While the database takes no clicks visitors still arrive, and every click is counted later, once. */
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClickStore } from '../../src/capture/click-store.ts';
import { ClickSpool } from '../../src/capture/click-spool.ts';
import { ClickWriter } from '../../src/capture/click-writer.service.ts';
import { Backlog } from '../../src/platform/backlog.ts';
import { newId } from '../../src/platform/id.ts';
import type { Settings } from '../../src/platform/settings.ts';
import { type RegionInStory, Story } from '../story.ts';
import { kept, makeLink, type LinkInStory, visit } from './visits.ts';

let story: Story;
let region: RegionInStory;
let folder: string;
let regionId: string;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  folder = await mkdtemp(join(tmpdir(), 'suppilo-spool-'));
  regionId = (await story.app.sql<{ id: string }>('select id from region'))[0]!.id;
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await story.end();
});

const link = async (): Promise<LinkInStory> => makeLink(region, await region.campaign());
const away = () => story.app.sql('revoke execute on function record_clicks from suppilo_app');
const back = () => story.app.sql('grant execute on function record_clicks to suppilo_app');
const waiting = async (): Promise<number> => (await story.app.browser()('GET', '/health/ready')).body.waiting.clicks;

/** Until it holds: what runs behind has no moment of its own. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await holds()); tries++) await sleep(50);
}

const clickOn = (linkId: string) => ({
  regionId,
  id: newId(),
  linkId,
  at: Date.now(),
  referrer: null,
  language: 'fi',
  device: 'phone' as const,
  visitor: null,
});
const settings = (dataDir: string, databaseUrl = story.app.database.url) => ({ dataDir, databaseUrl }) as Settings;

describe('while the database is away', () => {
  it('a visitor arrives, her click waits on disk where the operator sees it, and is counted once when the database is back', async () => {
    const made = await link();
    await visit(story, made.code);
    await away();
    const answers = await Promise.all(Array.from({ length: 25 }, () => visit(story, made.code)));
    expect(answers.map(({ status }) => status)).toEqual(Array(25).fill(302));
    expect(await kept(story, made)).toHaveLength(1);
    expect(await waiting()).toBe(25);

    await back();
    await until(async () => (await waiting()) === 0);
    expect(await kept(story, made)).toHaveLength(26);
    await visit(story, made.code);
    expect(await kept(story, made)).toHaveLength(27);
  });

  it('a visitor of a link that is known arrives even when the database can’t be asked for it', async () => {
    const made = await link();
    await visit(story, made.code);
    await story.app.sql('revoke select on link_code from suppilo_app');
    try {
      await sleep(5_100);
      expect((await visit(story, made.code)).status).toBe(302);
      const unheard = await visit(story, 'abcdefg', { 'accept-language': 'en' });
      expect(unheard.status).toBe(503);
      expect(unheard.headers.get('retry-after')).toBe('60');
    } finally {
      await story.app.sql('grant select on link_code to suppilo_app');
    }
  });
});

describe('clicks on disk', () => {
  it('are counted once, even when the file of a process that died is read twice or was cut off while it was written', async () => {
    const made = await link();
    const spool = new ClickSpool(folder);
    await spool.add([clickOn(made.id), clickOn(made.id)]);
    await spool.add([clickOn(made.id)]);
    await spool.close();
    const [name] = await readdir(folder);
    // Of a process that is gone: no process has this number.
    const dead = join(folder, `${hostname()}.4999999.${newId()}.ndjson`);
    await cp(join(folder, name!), dead);
    await writeFile(dead, '\n{"regionId":"019a', { flag: 'a' });

    const store = new ClickStore(story.app.database.url);
    const files = await spool.waiting();
    expect(files).toHaveLength(2);
    expect(spool.count).toBe(6);
    for (const file of files) await spool.empty(file, (clicks) => store.record(clicks));
    await store.close();
    expect(await kept(story, made)).toHaveLength(3);
    expect(await readdir(folder)).toEqual([]);
  });

  it('of a process that lives are left to it', async () => {
    await writeFile(join(folder, `${hostname()}.${process.ppid}.${newId()}.ndjson`), `\n${JSON.stringify(clickOn(newId()))}\n`);
    expect(await new ClickSpool(folder).waiting()).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('that were left by the process before are counted at the next start', async () => {
    const made = await link();
    const spool = new ClickSpool(join(folder, 'clicks'));
    await spool.add([clickOn(made.id), clickOn(made.id)]);
    await spool.close();
    const writer = new ClickWriter(settings(folder), new Backlog());
    await writer.onApplicationBootstrap();
    await until(async () => (await kept(story, made)).length === 2);
    await writer.onApplicationShutdown();
    expect(await kept(story, made)).toHaveLength(2);
    expect(await readdir(join(folder, 'clicks'))).toEqual([]);
  });
});

describe('a click', () => {
  it('holds up nobody when neither database nor disk takes it', async () => {
    const writer = new ClickWriter(settings('/dev/null/nowhere', 'postgresql://127.0.0.1:1/none'), new Backlog());
    await writer.onApplicationBootstrap();
    await expect(writer.record(clickOn(newId()))).resolves.toBeUndefined();
    await writer.onApplicationShutdown();
  });

  it('that the database refuses keeps none of its batch out', async () => {
    const made = await link();
    const writer = new ClickWriter(settings(folder), new Backlog());
    const clicks = [clickOn(made.id), { ...clickOn(made.id), device: 'fridge' as 'other' }, clickOn(newId()), clickOn(made.id)];
    // The first is a batch of its own; the others gather behind it.
    await Promise.all(clicks.map((click) => writer.record(click)));
    await writer.onApplicationShutdown();
    expect(await kept(story, made)).toHaveLength(2);
  });
});
