/** The record of processing starts from what the region does, is kept with who wrote it and when, and is for admins alone. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { refusal } from '../lead/doors.ts';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
});
afterAll(() => story?.end());

it('starts from what the region does, and keeps who wrote it', async () => {
  const { id } = await region.partner('Naapurila', { basis: 'legitimate_interest' });
  ok(await region.admin('PATCH', region.path(''), { retentionMonths: 18 }));
  ok(
    await region.admin('POST', region.path('/programmes'), {
      name: 'Work & Stay',
      startsOn: '2024-01-01',
      endsOn: '2026-12-31',
      budgetCents: 100,
      keepUntil: '2034-12-31',
      partners: [id],
    }),
  );
  const path = region.path(`/partners/${id}/processing-record`);
  const first = ok(await region.admin('GET', path));
  expect(first).toMatchObject({
    parts: {},
    savedAt: null,
    savedBy: null,
    facts: {
      partner: 'Naapurila',
      basis: 'legitimate_interest',
      retentionMonths: 18,
      programmes: [{ name: 'Work & Stay', keepUntil: '2034-12-31' }],
    },
  });
  expect(first.facts.contacts).toHaveLength(1);

  const saved = ok(await region.admin('PUT', path, { parts: { purposes: 'Neuvonta', recipients: 'Rahoittaja' } }));
  expect(saved).toMatchObject({ parts: { purposes: 'Neuvonta', recipients: 'Rahoittaja' }, savedBy: first.facts.contacts[0].name });
  expect(saved.savedAt).toEqual(expect.any(String));
  ok(await region.admin('PUT', path, { parts: { purposes: 'Neuvonta ja ohjaus' } }));
  expect(ok(await region.admin('GET', path)).parts).toEqual({ purposes: 'Neuvonta ja ohjaus' });
  expect(refusal(await region.admin('PUT', path, { parts: { wishes: 'x' } })).status).toBe(400);
});

it('is for admins alone, and for those of its region', async () => {
  const { id } = await region.partner('Suljettu');
  const liisa = await region.contactPerson();
  const other = await story.region();
  expect((await liisa.browser('GET', region.path(`/partners/${id}/processing-record`))).status).toBe(403);
  expect((await other.admin('PUT', other.path(`/partners/${id}/processing-record`), { parts: {} })).status).toBe(404);
});
