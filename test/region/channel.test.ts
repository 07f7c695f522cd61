import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHANNELS } from '../../src/region/channel.schema.ts';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
});
afterAll(() => story.end());

const make = (label: string) => region.admin('POST', region.path('/channels'), { label });
const list = async (query = '') => ok(await region.admin('GET', region.path(`/channels${query}`))).items;

describe('channels', () => {
  it('are the known ones before a region adds its own', async () => {
    const { items, total } = ok(await other.admin('GET', other.path('/channels')));
    expect(items).toEqual(CHANNELS.map((key) => ({ key, label: null, own: false, archived: false })));
    expect(total).toBe(CHANNELS.length);
  });

  it('of the region stand behind them, under a key made from the label', async () => {
    const answer = await make('Kylätapahtuma');
    expect(answer).toMatchObject({ status: 201, body: { key: 'kylatapahtuma', label: 'Kylätapahtuma', own: true, archived: false } });
    expect((await list()).at(-1)).toEqual(answer.body);
    expect(await list('?q=tapahtuma')).toEqual([answer.body]);
  });

  it('with like labels have unlike keys', async () => {
    expect(ok(await make('Kirje')).key).toBe('kirje');
    expect(ok(await make('Kirjé')).key).toBe('kirje_2');
    const answers = await Promise.all(['Tori', 'Torí', 'Torì', 'Torî'].map(make));
    expect(answers.map(({ status, body }) => `${status} ${body.key}`).sort()).toEqual([
      '201 tori',
      '201 tori_2',
      '201 tori_3',
      '201 tori_4',
    ]);
  });

  it('are there once, also when several add one at the same time', async () => {
    const answers = await Promise.all(['Torit', 'torit', 'TORIT', 'Torit'].map(make));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await make('Torit')).toMatchObject({ body: { code: 'channel_exists', issues: [{ path: 'label' }] } });
    expect(await make('Google Ads')).toMatchObject({ status: 409, body: { code: 'channel_exists' } });
  });

  it('are archived and restored; activities can take only those that are not archived', async () => {
    const { key } = ok(await make('Lehtinen'));
    expect(ok(await region.admin('DELETE', region.path(`/channels/${key}`)))).toMatchObject({ key, archived: true });
    expect(ok(await region.admin('DELETE', region.path(`/channels/${key}`)))).toMatchObject({ key, archived: true });
    expect(await list('?archived=true')).toEqual([expect.objectContaining({ key })]);
    expect(await list('?archived=false')).not.toContainEqual(expect.objectContaining({ key }));
    const { id } = await region.contactPerson();
    const activity = {
      kind: 'campaign',
      title: 'Lehdessä',
      channel: key,
      startsOn: '2025-01-01',
      contactPersonId: id,
      municipalities: [],
      languages: [],
    };
    expect(await region.admin('POST', region.path('/activities'), activity)).toMatchObject({
      status: 422,
      body: { issues: [{ path: 'channel', code: 'unknown_channel' }] },
    });
    expect(ok(await region.admin('POST', region.path(`/channels/${key}/restore`)))).toMatchObject({ key, archived: false });
    expect((await region.admin('POST', region.path('/activities'), activity)).status).toBe(201);
  });

  it('that are known to all stay; those that are not there are not found', async () => {
    expect(await region.admin('DELETE', region.path('/channels/instagram'))).toMatchObject({
      status: 409,
      body: { code: 'known_channel' },
    });
    expect((await region.admin('DELETE', region.path('/channels/tuntematon'))).status).toBe(404);
    expect((await region.admin('DELETE', region.path('/channels/ÄÄ'))).status).toBe(404);
  });

  it('belong to their region, and are written by admins', async () => {
    const { key } = ok(await make('Oma kanava'));
    expect((await other.admin('DELETE', other.path(`/channels/${key}`))).status).toBe(404);
    expect((await other.admin('POST', other.path(`/channels/${key}/restore`))).status).toBe(404);
    const marketer = await region.marketer();
    expect((await marketer('GET', region.path('/channels'))).status).toBe(200);
    expect((await marketer('POST', region.path('/channels'), { label: 'Minun' })).status).toBe(403);
    expect((await marketer('DELETE', region.path(`/channels/${key}`))).status).toBe(403);
    expect((await story.app.browser()('GET', region.path('/channels'))).status).toBe(401);
  });
});
