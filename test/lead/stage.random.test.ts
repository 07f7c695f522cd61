/** Whatever happens to leads, in whatever order: projections are those of history, and an outcome that stands means won. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dice } from '../dice.ts';
import { type ContactPersonInStory, type LeadInStory, type Named, type RegionInStory, Story } from '../story.ts';
import { expectProjectionsOfHistory } from './rebuilt.ts';

let story: Story;
let region: RegionInStory;
let owners: ContactPersonInStory[];
let activities: Named[];
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  owners = [await region.contactPerson(), await region.contactPerson()];
  activities = [await region.campaign(), await region.recruitmentEvent(), await region.infoSession()];
});
afterAll(() => story?.end());

const STAGES = ['new', 'contacted', 'qualified', 'visiting', 'won', 'lost'];
const VOIDED: Readonly<Record<string, string>> = {
  touch: 'touches',
  stage: 'stage-changes',
  outcome: 'outcomes',
  follow_up: 'follow-up-answers',
};
const day = (number: number) => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);

it('after two hundred random steps', async () => {
  const roll = dice(20_250_401);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)]!;
  const leads: LeadInStory[] = [];
  for (let many = 0; many < 5; many += 1)
    leads.push(await region.lead({ by: owners[0]!, createdOn: day(20 * many + 10), metAt: pick(activities) }));
  const seen: Record<string, number> = {};

  const steps: ((lead: LeadInStory) => Promise<{ status: number }>)[] = [
    (lead) => lead.post('/touches', { how: 'conversation', activityId: pick(activities).id, at: `${day(roll(300))}T10:00:00Z` }),
    (lead) => lead.post('/touches', { how: 'referral', at: `${day(roll(300))}T10:00:00Z` }),
    (lead) => {
      const stage = pick(STAGES);
      return lead.post('/stage', { stage, at: day(roll(300)), ...(stage === 'lost' ? { reason: 'no_job' } : {}) });
    },
    (lead) =>
      lead.post('/outcomes', {
        type: 'settled_mover',
        on: day(roll(300)),
        municipality: '305',
        adults: 1 + roll(2),
        children: roll(3),
        moveCreation: roll(4) === 0,
      }),
    (lead) => lead.post('/outcomes', { type: 'new_company', on: day(roll(300)), municipality: '305', name: `Yritys ${roll(4)}` }),
    (lead) => lead.post('/notes', { text: 'Soitettu', contact: roll(2) === 0, at: `${day(roll(300))}T12:00:00Z` }),
    (lead) => lead.post('/owner', { contactPersonId: pick(owners).id }),
    async (lead) => {
      const { followUps } = await lead.read();
      return followUps.length
        ? lead.browser('POST', region.path(`/follow-ups/${pick<Named>(followUps).id}`), {
            status: pick(['left', 'still_here']),
            on: day(310),
          })
        : { status: 0 };
    },
    async (lead) => {
      const entries = (await lead.read()).timeline.filter(
        ({ type, voided }: { type: string; voided: unknown }) => type in VOIDED && !voided,
      );
      if (entries.length === 0) return { status: 0 };
      const { id, type } = pick<{ id: string; type: string }>(entries);
      return lead.browser('POST', region.path(`/${VOIDED[type]}/${id}/void`), { reason: 'Satunnainen korjaus' });
    },
  ];
  for (let step = 0; step < 200; step += 1) {
    const { status } = await pick(steps)(pick(leads));
    seen[status] = (seen[status] ?? 0) + 1;
    expect([0, 200, 201, 409, 422]).toContain(status);
  }
  expect(seen[200]! + seen[201]!).toBeGreaterThan(100);

  await expectProjectionsOfHistory(story.app);
  const open = await story.app.sql(
    `select f.id from follow_up f join void v on v.target_id = f.outcome_id where f.answered_at is null and f.cancelled_at is null
     union all
     select f.id from follow_up f where (f.answered_at is not null) <> exists (
       select from follow_up_answer x where x.follow_up_id = f.id and not exists (select from void v where v.target_id = x.id))`,
  );
  expect(open).toEqual([]);
  const unwon = await story.app.sql(
    `select j.lead_id from journey j where j.won is null and exists (
       select from outcome o where o.lead_id = j.lead_id and not exists (select from void v where v.target_id = o.id))`,
  );
  expect(unwon).toEqual([]);
}, 120_000);
