/** A campaign's channels are activities of their own that stay together with it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './refusal.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let marketer: Browser;
let workPackageId: string;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  marketer = await region.marketer();
  const programme = {
    name: 'Work & Stay',
    startsOn: '2023-12-01',
    endsOn: '2025-12-31',
    budgetCents: 1,
    workPackages: [{ code: 'TP1', name: 'Veto' }],
  };
  workPackageId = ok(await region.admin('POST', region.path('/programmes'), programme)).workPackages[0].id;
});
afterAll(() => story.end());

const post = (more: object = {}) =>
  marketer('POST', region.path('/activities'), {
    kind: 'campaign',
    title: 'Nupit',
    channel: 'instagram',
    startsOn: '2025-01-01',
    endsOn: '2025-01-31',
    municipalities: ['305'],
    languages: ['fi'],
    contactPersonId: liisa.id,
    ...more,
  });
const make = async (more: object = {}) => ok(await post(more));
const get = async (id: string) => ok(await marketer('GET', region.path(`/activities/${id}`)));
const patch = async (id: string, change: object) => ok(await marketer('PATCH', region.path(`/activities/${id}`), change));
const figures = async (id: string) => ok(await marketer('GET', region.path(`/activities/${id}/figures`)));

describe('a campaign of several channels', () => {
  it('has an activity for each, which inherits the rest', async () => {
    const campaign = await make({
      title: 'Nupit Koilliseen',
      audience: 'both',
      workPackageId,
      notes: 'Koko kampanja',
      url: 'https://nupit.example',
      parts: [
        { channel: 'facebook', title: 'Facebook-mainos', costCents: 300, url: 'https://fb.example', reach: 81_000 },
        { channel: 'radio' },
      ],
    });
    const [facebook, radio] = [await get(campaign.partList[0].id), await get(campaign.partList[1].id)];

    expect(campaign).toMatchObject({
      parts: 2,
      grossReach: 81_000,
      totalCostCents: 300,
      partList: [
        { channel: 'facebook', title: 'Facebook-mainos', costCents: 300, grossReach: 81_000 },
        { channel: 'radio', title: 'Nupit Koilliseen', costCents: null, grossReach: null },
      ],
    });
    const inherited = {
      kind: 'campaign',
      audience: 'both',
      startsOn: '2025-01-01',
      endsOn: '2025-01-31',
      municipalities: ['305'],
      languages: ['fi'],
      contactPerson: { id: liisa.id },
      programme: { name: 'Work & Stay' },
      workPackage: { id: workPackageId },
      partner: campaign.partner,
      parentId: campaign.id,
      parent: { id: campaign.id, title: 'Nupit Koilliseen' },
      notes: null,
    };
    expect(facebook).toMatchObject({ ...inherited, url: 'https://fb.example' });
    expect(radio).toMatchObject({ ...inherited, title: 'Nupit Koilliseen', url: null });
    expect((await figures(facebook.id)).metrics).toEqual([
      {
        id: expect.any(String),
        metric: 'reach',
        periodStart: '2025-01-01',
        periodEnd: '2025-01-31',
        value: 81_000,
        source: 'manual',
        externalId: null,
      },
    ]);
  });

  it('keeps known reach until today while it has no end', async () => {
    const [running, coming] = [
      await make({ endsOn: undefined, parts: [{ channel: 'radio', reach: 5 }] }),
      await make({ startsOn: '2999-01-01', endsOn: undefined, parts: [{ channel: 'radio', reach: 7 }] }),
    ];
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Helsinki' });

    expect((await figures(running.partList[0].id)).metrics).toMatchObject([{ periodStart: '2025-01-01', periodEnd: today, value: 5 }]);
    expect((await figures(coming.partList[0].id)).metrics).toMatchObject([
      { periodStart: '2999-01-01', periodEnd: '2999-01-01', value: 7 },
    ]);
  });

  it('gets one more channel later', async () => {
    const campaign = await make({ workPackageId, audience: 'both' });
    const part = await make({ parentId: campaign.id, channel: 'tiktok', startsOn: '2025-01-10', endsOn: undefined });

    expect(part).toMatchObject({
      parentId: campaign.id,
      startsOn: '2025-01-10',
      endsOn: '2025-01-31',
      audience: 'both',
      workPackage: { id: workPackageId },
    });
    expect((await get(campaign.id)).partList).toMatchObject([{ id: part.id, channel: 'tiktok' }]);
  });

  it('has one level, and parts of its own kind', async () => {
    const campaign = await make({ parts: [{ channel: 'radio' }] });
    const fair = await make({ kind: 'recruitment_event' });
    const refusals = [
      await post({ parentId: campaign.partList[0].id }),
      await post({ parentId: campaign.id, parts: [{ channel: 'radio' }] }),
      await post({ parentId: fair.id }),
      await post({ parentId: campaign.id, kind: 'training' }),
      await post({ kind: 'training', parts: [{ channel: 'radio' }] }),
      await post({ parts: [{ channel: 'radio' }, { channel: 'myspace' }] }),
    ];
    expect(refusals.map(refusal)).toEqual([
      [422, 'parentId', 'one_level'],
      [422, 'parts', 'one_level'],
      [422, 'parentId', 'unknown_campaign'],
      [422, 'kind', 'part_is_campaign'],
      [422, 'parts', 'only_campaigns_have_parts'],
      [422, 'parts.1.channel', 'unknown_channel'],
    ]);
  });

  it('takes its parts along when it changes, where they had nothing of their own', async () => {
    const campaign = await make({ workPackageId, parts: [{ channel: 'facebook' }, { channel: 'radio', title: 'Radiomainos' }] });
    const [facebook, radio] = campaign.partList.map(({ id }: { id: string }) => id);
    await patch(radio, { endsOn: '2025-01-15', languages: ['sv'] });

    await patch(campaign.id, {
      title: 'Nupit 2',
      endsOn: '2025-02-28',
      languages: ['fi', 'en'],
      workPackageId: null,
      programmeId: null,
      costCents: 900,
    });

    expect(await get(facebook)).toMatchObject({
      title: 'Nupit 2',
      endsOn: '2025-02-28',
      languages: ['fi', 'en'],
      programme: null,
      workPackage: null,
      costCents: null,
    });
    expect(await get(radio)).toMatchObject({
      title: 'Radiomainos',
      endsOn: '2025-01-15',
      languages: ['sv'],
      programme: null,
      workPackage: null,
    });
  });

  it('is archived with its parts and brought back with them; one archived for itself stays so', async () => {
    const campaign = await make({ parts: [{ channel: 'facebook' }, { channel: 'radio' }] });
    const radio = campaign.partList[1].id;
    await patch(radio, { archived: true });
    const archived = (activity: { archived: boolean; partList: { archived: boolean }[] }) => [
      activity.archived,
      ...activity.partList.map((part) => part.archived),
    ];

    expect(archived(await patch(campaign.id, { archived: true }))).toEqual([true, true, true]);
    expect((await post({ parentId: campaign.id })).status).toBe(422);
    expect(archived(await patch(campaign.id, { archived: false }))).toEqual([false, false, true]);
  });

  it('gives each of a hundred parts made at once a number of its own', async () => {
    const parts = Array.from({ length: 20 }, () => ({ channel: 'radio' }));
    await Promise.all(Array.from({ length: 5 }, () => make({ parts })));

    const [counted] = await story.app.sql<{ all: number; numbers: number }>(
      'select count(*)::int as all, count(distinct no)::int as numbers from activity',
    );
    expect(counted!.numbers).toBe(counted!.all);
  });
});
