/** Merging and parting, whatever is merged in whatever order, leaves every page, list and report as it was. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ContactPersonInStory, type LeadInStory, type Named, ok, type RegionInStory, Story } from '../story.ts';
import { expectProjectionsOfHistory } from './rebuilt.ts';

let story: Story;
let region: RegionInStory;
let owners: ContactPersonInStory[];
let leads: LeadInStory[];
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  owners = [await region.contactPerson(), await region.contactPerson()];
  const activities: Named[] = [await region.campaign(), await region.recruitmentEvent({ on: '2025-02-01' })];
  leads = [];
  for (const [at, day] of ['2025-03-01', '2025-01-05', '2025-02-10', '2025-01-20'].entries()) {
    const lead = await region.lead({
      by: owners[at % 2]!,
      createdOn: day,
      metAt: activities[at % 2]!,
      municipality: at === 1 ? null : '305',
      intent: at === 3 ? 'found' : 'move',
      person: {
        name: `Kaima ${'ABCD'[at]}`,
        ...(at === 0 ? {} : { phone: `040 555000${at}` }),
        ...(at === 2 ? { email: 'kaima@example.org' } : {}),
        languages: ['fi', 'sv', 'en', 'uk'].slice(at, at + 2),
        protected: at === 2,
      },
    });
    await lead.reaches('contacted', '2025-03-10');
    leads.push(lead);
  }
  await leads[1]!.settles('2025-03-20');
  await leads[2]!.isLost('no_job', '2025-03-25');
});
afterAll(() => story?.end());

/** All that anybody sees, as far as it does not tell the time of reading. */
async function everything(): Promise<unknown> {
  const pages = [];
  for (const lead of leads) for (const { browser } of owners) pages.push((await browser('GET', region.path(`/leads/${lead.id}`))).body);
  const lists = [];
  for (const { browser } of owners) {
    for (const path of ['/leads', '/inbox', '/board', '/follow-ups', '/duplicates'])
      lists.push(ok(await browser('GET', region.path(path))));
  }
  const reports = [];
  for (const by of ['channel', 'owner', 'municipality', 'contactPerson']) {
    reports.push(await region.report('funnel', { from: '2025-01-01', to: '2025-06-01', windowDays: 'none', by, model: 'linear' }));
  }
  const rows = await story.app.sql(
    `select to_jsonb(j) as journey, encode(p.touches, 'hex') as path from journey j
     left join path p on p.region_id = j.region_id and p.lead_id = j.lead_id order by j.lead_id`,
  );
  return JSON.parse(JSON.stringify({ pages, lists, reports, rows }, (key, value) => (key === 'requestId' ? undefined : value)));
}

const pick = fc.nat({ max: 3 });
/** Which is kept and which is merged, and by whose eyes; whose name is shown. */
const act = fc.record({ keep: pick, merge: fc.uniqueArray(pick, { minLength: 1, maxLength: 3 }), shown: pick, by: fc.nat({ max: 1 }) });

it('as it was', async () => {
  const before = await everything();
  const persons = new Map<number, string>();
  for (const [at, lead] of leads.entries()) persons.set(at, (await lead.read()).person.id);
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat({ max: 99 })), async (acts, dice) => {
      const done: string[] = [];
      for (const { keep, merge, shown, by } of acts) {
        const answer = await owners[by]!.browser('POST', region.path('/leads/merge'), {
          keep: leads[keep]!.id,
          merge: merge.map((at) => leads[at]!.id),
          ...(merge.includes(shown) ? { show: { name: persons.get(shown) } } : {}),
        });
        expect([200, 409, 422]).toContain(answer.status);
        if (answer.status === 200) done.push(answer.body.id);
      }
      await expectProjectionsOfHistory(story.app);
      merged += done.length;
      while (done.length > 0) {
        const [id] = done.splice(dice.next().value % done.length, 1);
        const answers = [];
        for (const { browser } of owners) answers.push((await browser('POST', region.path(`/merges/${id}/undo`), {})).status);
        expect(answers.every((status) => [200, 404, 409].includes(status))).toBe(true);
        expect(answers).not.toEqual([404, 404]);
      }
      await expectProjectionsOfHistory(story.app);
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 12, seed: 20_251_124, endOnFailure: true },
  );
  expect(merged).toBeGreaterThan(8);
}, 180_000);
