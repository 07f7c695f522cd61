import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
});
afterAll(() => story.end());

const make = (fields: object) => region.admin('POST', region.path('/contact-persons'), fields);
const read = async (id: string, by = region.admin) => ok(await by('GET', region.path(`/contact-persons/${id}`)));
const patch = (id: string, change: object, headers = {}) => region.admin('PATCH', region.path(`/contact-persons/${id}`), change, headers);

describe('a contact person', () => {
  it('may be without sign-in', async () => {
    const fields = {
      name: 'Entinen Neuvoja',
      title: 'Neuvoja',
      phone: '08 1234 567',
      email: 'entinen@example.fi',
      languages: ['fi', 'sv'],
      municipalities: ['305'],
    };
    const answer = await make(fields);
    expect(answer).toMatchObject({
      status: 201,
      body: { ...fields, signsIn: false, left: false, away: null, partner: { name: 'Alue 1' } },
    });
    expect(await read(answer.body.id)).toEqual(answer.body);
  });

  it('changes in part: what is not sent stays, null clears', async () => {
    const before = ok(
      await make({
        name: 'Liisa Neuvoja',
        title: 'Neuvoja',
        phone: '040 123 456',
        email: 'liisa@example.fi',
        languages: ['fi'],
        municipalities: ['305'],
      }),
    );
    expect(ok(await patch(before.id, { title: 'Johtava neuvoja' }))).toEqual({ ...before, title: 'Johtava neuvoja' });
    expect(ok(await patch(before.id, { phone: null, email: null, languages: [] }))).toEqual({
      ...before,
      title: 'Johtava neuvoja',
      phone: null,
      email: null,
      languages: [],
    });
  });

  it('takes her user along when she moves to another partner', async () => {
    const partner = await region.partner('Ksakki ry');
    const { id, contactPersonId } = await region.member(['contact']);
    expect(ok(await patch(contactPersonId!, { partnerId: partner.id })).partner).toEqual({ id: partner.id, name: 'Ksakki ry' });
    expect(ok(await region.admin('GET', region.path(`/members/${id}`))).partner.id).toBe(partner.id);
    const strange = ok(await other.admin('GET', other.path('/partners'))).items[0].id;
    expect(await patch(contactPersonId!, { partnerId: strange })).toMatchObject({
      status: 422,
      body: { issues: [{ path: 'partnerId', code: 'unknown_partner' }] },
    });
  });

  it('tells an editor that somebody was quicker', async () => {
    const { id } = ok(await make({ name: 'Kiire Neuvoja' }));
    const etag = { 'if-match': (await region.admin('GET', region.path(`/contact-persons/${id}`))).headers.get('etag')! };
    expect((await patch(id, { title: 'A' }, etag)).status).toBe(200);
    expect((await patch(id, { title: 'B' }, etag)).status).toBe(412);
  });

  it('tells what she holds to admins and to herself', async () => {
    const liisa = await region.contactPerson();
    const anna = await region.contactPerson();
    const fair = await region.recruitmentEvent({ contactPerson: liisa, on: '2025-02-01' });
    await region.campaign({ contactPerson: anna });
    await region.lead({ by: liisa, metAt: fair });
    await (await region.lead({ by: liisa, metAt: fair })).isLost('no_job');
    const settled = await region.lead({ by: liisa, metAt: fair, createdOn: '2025-01-10' });
    await settled.settles('2025-02-01');
    const holds = { activities: 1, leads: 1, followUps: 3 };
    expect((await read(liisa.id)).holds).toEqual(holds);
    expect((await read(liisa.id, liisa.browser)).holds).toEqual(holds);
    expect((await read(liisa.id, anna.browser)).holds).toBeNull();
    const { items } = ok(await anna.browser('GET', region.path('/contact-persons')));
    const told = items.filter(({ holds }: { holds: unknown }) => holds !== null);
    expect(told).toEqual([expect.objectContaining({ id: anna.id, holds: { activities: 1, leads: 0, followUps: 0 } })]);
  });

  it('belongs to her region, and is written by admins', async () => {
    const { id, browser } = await region.contactPerson();
    expect((await browser('GET', region.path('/contact-persons'))).status).toBe(200);
    for (const [method, rest, body] of [
      ['POST', '', { name: 'Uusi Neuvoja' }],
      ['PATCH', `/${id}`, { title: 'Pomo' }],
      ['POST', `/${id}/leave`],
      ['POST', `/${id}/return`],
    ] as const) {
      expect([method, rest, (await browser(method, region.path(`/contact-persons${rest}`), body)).status]).toEqual([method, rest, 403]);
      expect([method, rest, (await story.app.browser()(method, region.path(`/contact-persons${rest}`), body)).status]).toEqual([
        method,
        rest,
        401,
      ]);
    }
    const strange = (method: string, rest: string, body?: object) => other.admin(method, other.path(`/contact-persons/${id}${rest}`), body);
    expect((await strange('GET', '')).status).toBe(404);
    expect((await strange('PATCH', '', { title: 'Pomo' })).status).toBe(404);
    expect((await strange('PUT', '/away', { from: '2030-01-01', to: '2030-01-02' })).status).toBe(404);
    expect((await strange('POST', '/leave')).status).toBe(404);
    expect((await strange('POST', '/return')).status).toBe(404);
    expect((await other.admin('GET', region.path('/contact-persons'))).status).toBe(404);
    expect((await region.admin('GET', region.path('/contact-persons/ei-ole'))).status).toBe(404);
  });
});

describe('her own profile', () => {
  it('is changed by herself: how to reach her, her languages and municipalities', async () => {
    const region = await story.region();
    const liisa = await region.contactPerson();
    const read = await liisa.browser('GET', region.path(`/contact-persons/${liisa.id}`));
    const change = { title: 'Asettautumisohjaaja', phone: '040 123 4567', email: null, languages: ['fi', 'uk'], municipalities: ['305'] };
    const etag = { 'if-match': read.headers.get('etag')! };
    expect(ok(await liisa.browser('PATCH', region.path('/contact-persons/own'), change, etag))).toMatchObject({
      id: liisa.id,
      name: liisa.name,
      ...change,
    });
    expect((await liisa.browser('PATCH', region.path('/contact-persons/own'), { title: 'Muu' }, etag)).status).toBe(412);
  });

  it('keeps her name and her partner, which the admin sets', async () => {
    const region = await story.region();
    const liisa = await region.contactPerson();
    for (const change of [{ name: 'Toinen' }, { partnerId: liisa.id }])
      expect((await liisa.browser('PATCH', region.path('/contact-persons/own'), change)).status).toBe(400);
    expect((await region.admin('PATCH', region.path('/contact-persons/own'), { title: 'Pomo' })).status).toBe(404);
    expect((await (await region.marketer())('PATCH', region.path('/contact-persons/own'), { title: 'Pomo' })).status).toBe(403);
  });

  it('has a version that work given to her meanwhile does not change', async () => {
    const region = await story.region();
    const liisa = await region.contactPerson();
    const read = async () => (await region.admin('GET', region.path(`/contact-persons/${liisa.id}`))).headers.get('etag')!;
    const before = await read();
    await region.lead({ by: liisa });
    expect(await read()).toBe(before);
    ok(await region.admin('PATCH', region.path(`/contact-persons/${liisa.id}`), { title: 'Ohjaaja' }, { 'if-match': before }));
    expect(await read()).not.toBe(before);
  });
});

describe('the list of contact persons', () => {
  it('finds a part of the name and pages through', async () => {
    const region = await story.region();
    for (const name of ['Cecilia', 'Anna', 'Berit']) ok(await region.admin('POST', region.path('/contact-persons'), { name }));
    const list = async (query: string) => ok(await region.admin('GET', region.path(`/contact-persons?${query}`)));
    const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);
    expect(names(await list('q=CIL'))).toEqual(['Cecilia']);
    expect(names(await list('sort=-name'))).toEqual(['Cecilia', 'Berit', 'Anna']);
    const first = await list('limit=2');
    expect([names(first), first.total]).toEqual([['Anna', 'Berit'], 3]);
    const second = await list(`limit=2&cursor=${first.nextCursor}`);
    expect([names(second), second.nextCursor]).toEqual([['Cecilia'], null]);
  });

  it('leaves those out who left, unless asked for', async () => {
    const region = await story.region();
    const [stays, leaves] = [
      ok(await region.admin('POST', region.path('/contact-persons'), { name: 'Jää' })),
      ok(await region.admin('POST', region.path('/contact-persons'), { name: 'Lähtee' })),
    ];
    ok(await region.admin('POST', region.path(`/contact-persons/${leaves.id}/leave`)));
    const ids = async (query: string) =>
      ok(await region.admin('GET', region.path(`/contact-persons${query}`))).items.map(({ id }: { id: string }) => id);
    expect(await ids('')).toEqual([stays.id]);
    expect(await ids('?left=true')).toEqual([leaves.id]);
    expect(await ids('?left=all')).toEqual([stays.id, leaves.id]);
  });
});

describe('contact persons for an activity', () => {
  it('are suggested by municipality and language, the present before those away', async () => {
    const region = await story.region();
    const profile = async (name: string, municipalities: string[], languages: string[]) =>
      ok(await region.admin('POST', region.path('/contact-persons'), { name, municipalities, languages })).id;
    await profile('Aava Muu', ['614'], ['fi']);
    const away = await profile('Bea Kieli poissa', ['614'], ['uk']);
    await profile('Cia Kieli', [], ['uk']);
    await profile('Dan Kunta', ['305'], ['fi']);
    await profile('Eva Molemmat', ['305', '614'], ['fi', 'uk']);
    const left = await profile('Fia Lähtenyt', ['305'], ['uk']);
    ok(await region.admin('POST', region.path(`/contact-persons/${left}/leave`)));
    ok(await region.admin('PUT', region.path(`/contact-persons/${away}/away`), { from: '2020-01-01', to: '2099-12-31' }));
    const suggest = async (query: string) =>
      ok(await region.admin('GET', region.path(`/contact-persons/suggest${query}`))).items.map(
        ({ name, why }: { name: string; why: string[] }) => [name, ...why],
      );
    expect(await suggest('?municipality=305&language=uk')).toEqual([
      ['Eva Molemmat', 'municipality', 'language'],
      ['Dan Kunta', 'municipality'],
      ['Cia Kieli', 'language'],
      ['Bea Kieli poissa', 'language', 'away'],
      ['Aava Muu'],
    ]);
    expect(await suggest('?municipality=614&municipality=832&limit=2')).toEqual([
      ['Aava Muu', 'municipality'],
      ['Eva Molemmat', 'municipality'],
    ]);
    expect(await suggest('')).toHaveLength(5);
    expect((await region.admin('GET', region.path('/contact-persons/suggest?municipality=1'))).status).toBe(400);
  });
});
