/** The list of leads and the board, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let olena: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  olena = await region.contactPerson();
});
afterAll(() => story?.end());

const leads = (rest = '') => region.path(`/leads${rest}`);

describe('the list of leads', () => {
  it('finds by name, e-mail and the digits of a phone number', async () => {
    const lead = await region.lead({
      by: liisa,
      person: { name: 'Väinö Ääkkönen', email: 'vaino@aakkonen.example', phone: '+358 (0)44 987 6543', languages: [] },
    });
    const found = async (q: string) =>
      ok(await liisa.browser('GET', leads(`?q=${encodeURIComponent(q)}`))).items.map(({ id }: { id: string }) => id);
    for (const q of ['väinö', 'ÄÄKK', 'ääkkönen väi', 'vaino@aak', '044 987', '+35844987', '9876543'])
      expect(await found(q)).toContain(lead.id);
    for (const q of ['väinämö', '045 987', '%', '_']) expect(await found(q)).not.toContain(lead.id);
  });

  it('narrows by stage, wish, language, municipality, owner, activity, time, and what waits', async () => {
    const video = await region.campaign({ title: 'Video' });
    const one = await region.lead({
      by: olena,
      metAt: video,
      createdOn: '2024-05-05',
      intent: 'work',
      municipality: '832',
      language: 'sv',
    });
    const two = await region.lead({ by: olena, createdOn: '2024-05-06', intent: 'work', municipality: '832', language: 'sv' });
    await two.reaches('contacted', '2024-05-07T10:00:00Z');
    const of = async (query: string) =>
      ok(await olena.browser('GET', leads(`?language=sv&sort=createdAt&${query}`))).items.map(({ id }: { id: string }) => id);
    expect(await of('stage=contacted&stage=visiting')).toEqual([two.id]);
    expect(await of('intent=work&municipality=832')).toEqual([one.id, two.id]);
    expect(await of('owner=me')).toEqual([one.id, two.id]);
    expect(await of(`owner=${liisa.id}`)).toEqual([]);
    expect(await of(`activity=${video.id}`)).toEqual([one.id]);
    expect(await of('createdFrom=2024-05-05&createdTo=2024-05-05')).toEqual([one.id]);
    expect(await of('waiting=true')).toEqual([one.id]);
    expect(await of('untouched=true')).toEqual([one.id, two.id]);
    await two.isLost('no_job', '2024-06-01T10:00:00Z');
    expect(await of('open=true')).toEqual([one.id]);
    expect(await of('stage=lost')).toEqual([two.id]);
    expect((await olena.browser('GET', leads('?owner=somebody'))).status).toBe(400);
  });

  it('comes in pages', async () => {
    for (let at = 1; at <= 3; at += 1) await region.lead({ by: liisa, createdOn: `2023-01-0${at}`, origin: 'EE', language: 'et' });
    const first = ok(await liisa.browser('GET', leads('?language=et&limit=2&sort=createdAt')));
    expect([first.items.length, first.total]).toEqual([2, 3]);
    const second = ok(await liisa.browser('GET', leads(`?language=et&limit=2&sort=createdAt&cursor=${first.nextCursor}`)));
    expect([second.items.length, second.total, second.nextCursor]).toEqual([1, 3, null]);
    expect(second.items[0].createdAt).toBe('2023-01-03T09:00:00.000Z');
    expect((await liisa.browser('GET', leads('?cursor=nonsense'))).status).toBe(400);
  });
});

describe('the board', () => {
  it('has a column for each step, none for the lost', async () => {
    const board = () => liisa.browser('GET', region.path('/board?pipeline=remote')).then(ok);
    const before = await board();
    expect(before.columns.map(({ stage }: { stage: string }) => stage)).toEqual(['new', 'contacted', 'visiting', 'won']);
    const one = await region.lead({ by: liisa, intent: 'remote', createdOn: '2025-01-01' });
    const two = await region.lead({ by: liisa, intent: 'remote', createdOn: '2025-01-02' });
    await one.reaches('visiting', '2025-01-10T10:00:00Z');
    await two.isLost('no_answer', '2025-01-10T10:00:00Z');
    const after = await board();
    const column = after.columns.find(({ stage }: { stage: string }) => stage === 'visiting');
    expect([column.label, column.total, column.items.map(({ id }: { id: string }) => id)]).toEqual(['Tutustumassa', 1, [one.id]]);
    expect(after.columns[0].total).toBe(before.columns[0].total);
    expect((await liisa.browser('GET', region.path('/board?pipeline=dreams'))).status).toBe(404);
  });

  it('shows the newest fifty and how many there are', async () => {
    const meri = await region.contactPerson();
    await Promise.all(
      Array.from({ length: 52 }, (_, at) =>
        region.lead({ by: meri, intent: 'study', createdAt: new Date(Date.UTC(2022, 0, 1 + at)).toISOString() }),
      ),
    );
    const board = ok(await meri.browser('GET', region.path('/board?owner=me')));
    expect([board.pipeline, board.columns[0].total, board.columns[0].items.length]).toEqual(['talent', 52, 50]);
    expect(board.columns[0].items[0].createdAt).toBe('2022-02-21T00:00:00.000Z');
  });
});
