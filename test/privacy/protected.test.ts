/** A protected person (non-disclosure order) is seen by her owner alone: no route tells anybody else her name or where she wants to live. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let laura: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  laura = await region.contactPerson();
});
afterAll(() => story?.end());

it('is in no list, page, board, inbox, search, report or export of anybody else; her owner sees her without municipality in lists', async () => {
  const name = 'Turvakiellollinen Zirkonia';
  const email = 'zirkonia@example.org';
  const fair = await region.recruitmentEvent({ on: '2025-03-01' });
  const lead = await region.lead({
    person: { name, email, phone: '+358 40 9988776', languages: ['fi'], protected: true },
    municipality: '832',
    metAt: fair,
    createdOn: '2025-03-02',
    note: 'Zirkonian toive',
  });
  const { id } = (await lead.read()).person;
  ok(await liisa.browser('POST', region.path(`/activities/${fair.id}/attendance`), { headcount: 3, attendees: [{ personId: id }] }));
  await lead.settles('2025-03-05');
  ok(await liisa.browser('PUT', region.path(`/contact-persons/${liisa.id}/away`), { from: today(), to: today(), substituteId: laura.id }));

  // Every route that reads, with each id in its path a row of hers.
  const { body } = await region.admin('GET', '/openapi.json');
  const reads = Object.entries<Record<string, unknown>>(body.paths)
    .filter(([path, methods]) => path.includes('{region}') && 'get' in methods && !path.includes('events'))
    .map(([path]) => path.replace('/api/v1', '').replace('{region}', region.slug));
  const ids = (path: string) =>
    path.includes('/persons/') ? id : path.includes('/activities/') ? fair.id : path.includes('/contact-persons/') ? liisa.id : lead.id;
  const queries = [
    '',
    '?q=Zirkonia',
    `?email=${email}`,
    '?from=2025-01-01&to=2026-01-01',
    '?from=2025-01-01&to=2026-01-01&by=municipality',
  ];
  const told = async (by: Browser) => {
    const found: string[] = [];
    for (const route of reads) {
      for (const query of queries) {
        const path = `${route.replace(/\{[^}]+\}/g, ids(route))}${query}`;
        const { status, text } = await by('GET', path);
        expect({ path, failed: status >= 500 }).toEqual({ path, failed: false });
        if (/Zirkoni|zirkonia@|9988776/i.test(text)) found.push(path);
      }
    }
    return found;
  };
  for (const by of [laura.browser, region.admin, await region.manager(), await region.marketer()]) expect(await told(by)).toEqual([]);
  expect((await told(liisa.browser)).length).toBeGreaterThan(3);

  const line = ok(await liisa.browser('GET', region.path('/leads?q=Zirkonia'))).items[0];
  expect(line).toMatchObject({ id: lead.id, municipality: null });
  const followUps = ok(await liisa.browser('GET', region.path('/follow-ups?limit=200'))).items;
  expect(followUps[0].outcome).toMatchObject({ municipality: null });
  expect(ok(await liisa.browser('GET', region.path('/leads?municipality=832'))).total).toBe(0);
}, 120_000);

const today = () => new Date().toISOString().slice(0, 10);
