/** What clicks on tracked links turn into: figures by day, link and origin, and the clicks of every report by rule 5. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Named, ok, type RegionInStory, Story } from '../story.ts';
import { changeLink, clicked, linkOf, makeLink } from './visits.ts';

let story: Story;
let region: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
});
afterAll(() => story.end());

const clicksOf = async (activity: Named, query = '') =>
  ok(await region.admin('GET', region.path(`/activities/${activity.id}/clicks${query}`)));
const reported = async (activity: Named, rows: object[]) =>
  ok(await region.admin('PUT', region.path(`/activities/${activity.id}/metrics`), rows));
const reachOf = async (activity: Named, from: string, to: string) =>
  (await region.report('funnel', { from, to, activity: activity.id })).reach;

describe('the clicks of an activity', () => {
  it('are told by day and by link, with those of its parts, within the asked days', async () => {
    const campaign = await region.campaign({ parts: [{ channel: 'facebook' }] });
    const [whole, part] = (ok(await region.admin('GET', region.path(`/activities/${campaign.id}/links`))) as { items: Named[] }).items;
    const poster = await makeLink(region, campaign, { label: 'Juliste' });
    await clicked(story, whole!, '2025-03-01', 4);
    await clicked(story, poster, '2025-03-02', 7);
    await clicked(story, part!, '2025-03-02', 2);

    expect(await clicksOf(campaign)).toMatchObject({
      total: 13,
      byDay: [
        { day: '2025-03-01', clicks: 4 },
        { day: '2025-03-02', clicks: 9 },
      ],
      byLink: [{ label: 'Juliste', clicks: 7 }, { clicks: 4 }, { clicks: 2 }],
      devices: [{ key: 'phone', clicks: 13, share: 1 }],
      visitors: null,
    });
    expect(await clicksOf(campaign, '?from=2025-03-01&to=2025-03-02')).toMatchObject({ total: 4 });
    expect((await region.admin('GET', region.path(`/activities/${campaign.id}/clicks?from=2025-03-02&to=2025-03-02`))).status).toBe(400);
  });

  it('hide small counts by language, and a second one where the first could be worked out', async () => {
    const campaign = await region.campaign();
    const link = await linkOf(region, campaign);
    for (const [language, times] of [
      ['fi', 20],
      ['en', 8],
      ['uk', 3],
    ] as const)
      await clicked(story, link, '2025-03-01', times, language);
    expect((await clicksOf(campaign)).languages).toEqual({
      rows: [
        { key: 'fi', clicks: 20, share: 20 / 31 },
        { key: 'en', clicks: null, share: null },
        { key: 'uk', clicks: null, share: null },
      ],
      suppressed: true,
    });
  });

  it('tell no language while there are few in all, and both of two where one is hidden', async () => {
    const campaign = await region.campaign();
    const link = await linkOf(region, campaign);
    await clicked(story, link, '2025-03-01', 3, 'uk');
    expect(await clicksOf(campaign)).toMatchObject({ total: 3, languages: { rows: [], suppressed: true } });
    await clicked(story, link, '2025-03-01', 1, 'fi');
    expect((await clicksOf(campaign)).languages).toEqual({ rows: [], suppressed: true });
    await clicked(story, link, '2025-03-01', 5, 'fi');
    expect((await clicksOf(campaign)).languages).toEqual({
      rows: [
        { key: 'fi', clicks: null, share: null },
        { key: 'uk', clicks: null, share: null },
      ],
      suppressed: true,
    });
  });

  it("belong to the day of the region's own zone", async () => {
    const campaign = await region.campaign();
    const link = await linkOf(region, campaign);
    await story.app.sql(
      `select record_clicks(array[region_id], array[gen_random_uuid()], array[id], array['2025-03-01T22:30:00Z'::timestamptz],
         array[null::text], array[null::text], array['phone'], array[null::bytea]) from link where id = $1`,
      [link.id],
    );
    expect((await clicksOf(campaign)).byDay).toEqual([{ day: '2025-03-02', clicks: 1 }]);
  });
});

describe('the clicks that reports count', () => {
  it('are those of tracked links on days on which one was in use, else link clicks, else all clicks', async () => {
    const campaign = await region.campaign();
    await reported(campaign, [
      { metric: 'linkClicks', periodStart: '2025-01-01', periodEnd: '2025-01-10', value: 100 },
      { metric: 'clicks', periodStart: '2025-01-01', periodEnd: '2025-01-20', value: 400 },
    ]);
    expect(await reachOf(campaign, '2025-01-01', '2025-02-01')).toMatchObject({ clicks: 300, clicksTracked: null, clicksReported: 300 });

    // In use from the 6th: five days of link clicks before it remain.
    await clicked(story, await linkOf(region, campaign), '2025-01-06', 7);
    expect(await reachOf(campaign, '2025-01-01', '2025-02-01')).toMatchObject({ clicks: 57, clicksTracked: 7, clicksReported: 300 });
    expect(await reachOf(campaign, '2025-01-01', '2025-01-06')).toMatchObject({ clicks: 50, clicksTracked: null });
    expect(await reachOf(campaign, '2025-01-07', '2025-01-11')).toMatchObject({ clicks: 0, clicksTracked: 0, clicksReported: 40 });
  });

  it('are the reported ones again once the link is paused, and while it was', async () => {
    const campaign = await region.campaign();
    const link = await linkOf(region, campaign);
    await reported(campaign, [{ metric: 'linkClicks', periodStart: '2025-01-01', periodEnd: '2025-01-10', value: 100 }]);
    await clicked(story, link, '2025-01-01', 3);
    await story.app.sql("update link set paused_at = '2025-01-04T10:00:00Z' where id = $1", [link.id]);
    expect((await reachOf(campaign, '2025-01-01', '2025-01-11')).clicks).toBe(3 + 60);
    ok(await changeLink(region, link, { paused: false }));
    await clicked(story, link, new Date().toISOString().slice(0, 10), 2);
    expect((await reachOf(campaign, '2025-01-01', '2025-01-11')).clicks).toBe(3 + 60);
  });

  it('are the reported ones again after its last day', async () => {
    const campaign = await region.campaign();
    const link = await linkOf(region, campaign);
    await reported(campaign, [{ metric: 'clicks', periodStart: '2025-01-01', periodEnd: '2025-01-10', value: 100 }]);
    await clicked(story, link, '2025-01-02', 3);
    await story.app.sql("update link set expires_on = '2025-01-05' where id = $1", [link.id]);
    expect((await reachOf(campaign, '2025-01-01', '2025-01-11')).clicks).toBe(10 + 3 + 50);
  });

  it('are those that an activity turned into, its parts with it', async () => {
    const campaign = await region.campaign({ parts: [{ channel: 'facebook' }] });
    const [, part] = ok(await region.admin('GET', region.path(`/activities/${campaign.id}/links`))).items;
    await clicked(story, part, '2025-01-02', 9);
    const turned = ok(await region.admin('GET', region.path(`/activities/${campaign.id}/turned-into`)));
    expect(turned.clicks).toBe(9);
  });
});

describe('the database', () => {
  it('has a partition for this month and the next three, and takes a click of any other month', async () => {
    const partitions = await story.app.sql<{ name: string }>(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'click'::regclass order by 1",
    );
    const month = (ahead: number) => {
      const day = new Date();
      return `click_${new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7).replace('-', '_')}`;
    };
    expect(partitions.map(({ name }) => name)).toEqual([...[0, 1, 2, 3].map(month), 'click_default'].sort());
    await story.app.sql('select make_click_partitions()');

    const link = await linkOf(region, await region.campaign());
    await clicked(story, link, new Date().toISOString().slice(0, 10), 1);
    await clicked(story, link, '2019-05-05', 1);
    const where = await story.app.sql<{ name: string }>(
      'select tableoid::regclass::text as name from click where link_id = $1 order by at',
      [link.id],
    );
    expect(where.map(({ name }) => name)).toEqual(['click_default', month(0)]);
  });

  it('lets the application write clicks through one function alone, and read those of its region', async () => {
    const link = await linkOf(region, await region.campaign());
    await clicked(story, link, '2025-01-02', 1);
    const app = new pg.Client({ connectionString: story.app.database.url, options: '-c role=suppilo_app' });
    await app.connect();
    try {
      for (const statement of [
        'insert into click_day select * from click_day',
        'delete from click',
        'update click_day set visits = 0',
        'delete from link',
        'select * from click_default',
      ])
        await expect(app.query(statement)).rejects.toThrow(/permission denied/);
      expect((await app.query('select from click')).rowCount).toBe(0);
      await app.query(`select set_config('app.region_id', (select id::text from region where slug = '${region.slug}'), false)`);
      expect((await app.query('select from click where link_id = $1', [link.id])).rowCount).toBe(1);
    } finally {
      await app.end();
    }
  });

  it('gives up the clicks of a demo that is taken away', async () => {
    const demo = await story.region();
    const link = await linkOf(demo, await demo.campaign());
    await clicked(story, link, '2025-01-02', 3);
    await story.app.sql('update region set demo = true where slug = $1', [demo.slug]);
    await story.app.sql('select remove_demo_region(id) from region where slug = $1', [demo.slug]);
    const [left] = await story.app.sql(
      'select (select count(*)::int from click where link_id = $1) + (select count(*)::int from link_code where link_id = $1) as n',
      [link.id],
    );
    expect(left).toEqual({ n: 0 });
  });
});
