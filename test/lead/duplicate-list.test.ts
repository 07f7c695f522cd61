/** The work list of persons who may be one: who stands in it, who sees it, and what becomes of a pair. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './doors.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let laura: ContactPersonInStory;
let olena: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
});
beforeEach(async () => {
  region = await story.region();
  liisa = await region.contactPerson();
  laura = await region.contactPerson();
  olena = await region.contactPerson({ partnerId: (await region.partner('Naturpolis')).id });
});
afterAll(() => story?.end());

type Line = { a: { id: string; name: string }; b: { id: string; name: string }; why: string[]; score: number };
const list = async (by: Browser = liisa.browser, query = '') => ok(await by('GET', region.path(`/duplicates${query}`)));
const names = ({ items }: { items: Line[] }) => items.map(({ a, b, why }) => [[a.name, b.name].sort().join(' = '), why.join(' ')]);
const known = (name: string, fields: Record<string, unknown> = {}, lead: Record<string, unknown> = {}) =>
  region.lead({ by: liisa, municipality: '305', person: { name, languages: [], ...fields }, ...lead });
const personOf = async (lead: LeadInStory) => (await lead.read()).person.id;

describe('the work list', () => {
  it('has pairs by e-mail, phone and name, the surest first', async () => {
    await known('Anna Niemi', { email: 'anna@example.org' });
    await known('A. N.', { email: 'Anna@example.org' });
    await known('Olena Koval', { phone: '+46 (0)70 123 45 67' });
    await known('Koval', { phone: '0046 70 1234567' });
    await known('Matti Virtanen');
    await known('Virtannen Matti');
    await known('Matti Virtanen', {}, { municipality: '832' });
    await known('Matti Virtala');
    await known('Pekka Puro', { email: 'pekka@example.org', phone: '040 7654321' });
    await known('Pekka Puro', { email: 'pekka@example.org', phone: '+358407654321' });
    const page = await list();
    expect(names(page)).toEqual([
      ['Pekka Puro = Pekka Puro', 'email name phone'],
      ['A. N. = Anna Niemi', 'email'],
      ['Koval = Olena Koval', 'phone'],
      ['Matti Virtanen = Virtannen Matti', 'name'],
    ]);
    expect(page).toMatchObject({ total: 4, comparing: false });
    const scores = page.items.map(({ score }: Line) => score);
    expect(scores).toEqual([...scores].sort((x: number, y: number) => y - x));
    const first = await list(liisa.browser, '?limit=3');
    expect(first.items).toHaveLength(3);
    expect(names(await list(liisa.browser, `?limit=3&cursor=${first.nextCursor}`))).toEqual([['Matti Virtanen = Virtannen Matti', 'name']]);
  });

  it('follows what is corrected', async () => {
    const one = await known('Sirpa Salo');
    const two = await known('Seija Sarkka');
    expect((await list()).total).toBe(0);
    ok(await liisa.browser('PATCH', region.path(`/persons/${await personOf(two)}`), { name: 'Sirpa Salo' }));
    expect((await list()).total).toBe(1);
    ok(await one.browser('PATCH', region.path(`/leads/${one.id}`), { municipality: '614' }));
    expect((await list()).total).toBe(0);
  });

  it('has only pairs of whom the viewer sees both', async () => {
    await known('Anna Niemi');
    await known('Anna Niemi', {}, { by: olena });
    await known('Salla Suojattu');
    await known('Salla Suojattu', { protected: true });
    expect(names(await list())).toEqual([['Salla Suojattu = Salla Suojattu', 'name']]);
    expect((await list(laura.browser)).total).toBe(0);
    expect((await list(olena.browser)).total).toBe(0);
    expect((await region.marketer().then((by) => by('GET', region.path('/duplicates')))).status).toBe(403);
    const other = await story.region();
    expect((await other.admin('GET', region.path('/duplicates'))).status).toBe(404);
    expect(ok(await other.admin('GET', other.path('/duplicates'))).total).toBe(0);
  });

  it('has no pair that was merged, and has it again when the merge is undone', async () => {
    const [one, two] = [await known('Anna Niemi'), await known('Anna Niemi')];
    ok(await liisa.browser('POST', region.path('/leads/merge'), { keep: one.id, merge: [two.id] }));
    expect((await list()).total).toBe(0);
    const third = await known('Anna Niemi');
    expect((await list()).total).toBe(1);
    ok(await two.post('/unmerge', {}));
    expect((await list()).total).toBe(3);
    ok(await liisa.browser('POST', region.path(`/persons/${await personOf(third)}/erase`), { reason: 'asked' }));
    expect((await list()).total).toBe(1);
  });
});

describe('a pair of whom somebody says that they are two', () => {
  it('is not shown again, nor on their pages, until it is taken back', async () => {
    const [one, two] = [await known('Anna Niemi'), await known('Anna Niemi')];
    const [a, b] = [await personOf(one), await personOf(two)];
    expect(ok(await liisa.browser('PUT', region.path(`/duplicates/${b}/${a}/different`)))).toEqual({ a: b, b: a, different: true });
    ok(await liisa.browser('PUT', region.path(`/duplicates/${a}/${b}/different`)));
    expect((await list()).total).toBe(0);
    expect((await one.read()).possibleDuplicates).toEqual([]);
    expect((await list(liisa.browser, '?state=different')).items).toMatchObject([{ why: ['name'], different: { by: liisa.name } }]);
    ok(await laura.browser('DELETE', region.path(`/duplicates/${a}/${b}/different`)));
    expect((await list()).total).toBe(1);
    expect((await one.read()).possibleDuplicates).toHaveLength(1);
    expect((await list(liisa.browser, '?state=different')).total).toBe(0);
  });

  it('is decided by who sees both', async () => {
    const [one, two] = [await known('Anna Niemi'), await known('Anna Niemi', {}, { by: olena })];
    const path = region.path(`/duplicates/${await personOf(one)}/${await personOf(two)}`);
    for (const by of [liisa, olena]) {
      expect((await by.browser('PUT', `${path}/different`)).status).toBe(404);
      expect((await by.browser('GET', path)).status).toBe(404);
    }
    const same = await personOf(one);
    expect(refusal(await liisa.browser('PUT', region.path(`/duplicates/${same}/${same}/different`)))).toMatchObject({
      status: 422,
      code: 'same_person',
    });
  });
});

describe('two side by side', () => {
  it('are told with their leads, who is known for longer first, and what would become one', async () => {
    const later = await known('Anna Niemi', {}, { createdOn: '2025-03-01' });
    const earlier = await known('Anna Niemi', {}, { createdOn: '2025-02-01' });
    const [a, b] = [await personOf(earlier), await personOf(later)];
    const founds = await region.lead({ by: liisa, person: { id: b }, intent: 'found' });
    const lost = await region.lead({ by: liisa, person: { id: b }, createdOn: '2024-01-01' });
    await lost.isLost('no_job');
    const compared = ok(await liisa.browser('GET', region.path(`/duplicates/${a}/${b}`)));
    expect(compared).toMatchObject({
      a: { person: { id: b }, leads: [{ id: founds.id }, { id: later.id }, { id: lost.id }], attendances: 0 },
      b: { person: { id: a }, leads: [{ id: earlier.id }] },
      different: null,
      leads: [{ keep: earlier.id, merge: [later.id] }],
    });
    const { leads } = compared;
    ok(await liisa.browser('POST', region.path('/persons/merge'), { keep: b, merge: [a], leads }));
    expect((await later.read()).otherLeads.map(({ id }: { id: string }) => id).sort()).toEqual([founds.id, lost.id].sort());
  });
});
