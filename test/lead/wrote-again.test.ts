/** Who wrote again stands in the inbox until a contact person does something about it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Visitor } from '../capture/visitor.ts';
import { type ContactPersonInStory, type LeadInStory, type Named, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

const email = ({ id }: Named) => `${id}@example.org`;
const inbox = async () => ok(await liisa.browser('GET', region.path('/inbox')));
/** In which parts of her inbox a lead stands. */
const places = async (lead: Named) => {
  const read: Record<string, { items: { id: string }[] }> = await inbox();
  return Object.keys(read).filter((part) => read[part]!.items?.some(({ id }) => id === lead.id));
};
const known = async (): Promise<LeadInStory> => {
  const lead = await region.lead({ by: liisa });
  const { person } = await lead.read();
  ok(await region.admin('PATCH', region.path(`/persons/${person.id}`), { email: email(lead) }));
  return lead;
};
const answered = async () => (await known()).reaches('contacted');
const writes = async (lead: Named, message: string) => {
  const sent = await new Visitor(story.app).send(`/c/${region.slug}`, {
    name: 'Olena Palaava',
    contact: email(lead),
    intent: 'move',
    message,
  });
  expect(sent.status).toBe(303);
};
const wroteAgain = async () => {
  const lead = await answered();
  await writes(lead, 'Löytyisikö vielä asunto?');
  expect(await places(lead)).toEqual(['wroteAgain']);
  return lead;
};

describe('an answered person who writes again', () => {
  it('is shown with her words and since when, the longest waiting first', async () => {
    const before = new Date().toISOString();
    const [first, second] = [await answered(), await answered()];
    await writes(second, 'Toinen kysymys');
    await writes(first, 'Ensimmäinen kysymys');
    await writes(second, 'Vielä yksi asia');
    const { wroteAgain } = await inbox();
    expect(wroteAgain.items.map(({ id }: Named) => id)).toEqual([second.id, first.id]);
    expect(wroteAgain.total).toBe(2);
    expect(wroteAgain.items[0].wroteAgain.text).toContain('Vielä yksi asia');
    expect(wroteAgain.items[0].wroteAgain.since > before).toBe(true);
    expect(wroteAgain.items[0].wroteAgain.since < wroteAgain.items[1].wroteAgain.since).toBe(true);
  });

  it('is shown by a touch of a form without words, and not when that was a mistake', async () => {
    const campaign = await region.campaign({ contactPerson: liisa });
    const lead = await answered();
    ok(await region.admin('POST', region.path(`/leads/${lead.id}/touches`), { activityId: campaign.id, how: 'form' }));
    const touch = (await lead.read()).timeline.find((entry: { touch?: { how: string } }) => entry.touch?.how === 'form');
    expect((await inbox()).wroteAgain.items.find(({ id }: Named) => id === lead.id).wroteAgain.text).toBeNull();
    ok(await region.admin('POST', region.path(`/touches/${touch.id}/void`), { reason: 'Väärä henkilö' }));
    expect(await places(lead)).toEqual([]);
  });

  it('waits for a first answer when she never had one', async () => {
    const lead = await known();
    await writes(lead, 'Kuuleeko kukaan?');
    expect(await places(lead)).toEqual(['waiting']);
  });

  it.each<[string, (lead: LeadInStory) => Promise<unknown>]>([
    ['a note', async (lead) => ok(await lead.post('/notes', { text: 'Soitin, ei vastannut.' }))],
    ['a stage', (lead) => lead.reaches('qualified')],
    [
      'a conversation',
      async (lead) => {
        const campaign = await region.campaign({ contactPerson: liisa });
        ok(await lead.post('/touches', { activityId: campaign.id, how: 'conversation' }));
      },
    ],
  ])('is taken off by %s, and comes again with her next word', async (_, enter) => {
    const lead = await wroteAgain();
    await enter(lead);
    expect(await places(lead)).toEqual([]);
    await writes(lead, 'Ja vielä tämä.');
    expect(await places(lead)).toEqual(['wroteAgain']);
  });

  it('stands nowhere else: put off she sleeps, back she stands there, and long untouched there too', async () => {
    const lead = await wroteAgain();
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    ok(await liisa.browser('PUT', region.path(`/leads/${lead.id}/snooze`), { until: tomorrow }));
    expect(await places(lead)).toEqual(['snoozed']);
    await writes(lead, 'Kiirehtisin.');
    expect(await places(lead)).toEqual(['wroteAgain']);
    await story.app.sql("update journey set touched_at = now() - interval '40 days' where lead_id = $1", [lead.id]);
    expect(await places(lead)).toEqual(['wroteAgain']);
  });

  it("is in nobody else's inbox, and gone when her lead is closed", async () => {
    const matti = await region.contactPerson();
    const lead = await wroteAgain();
    expect(ok(await matti.browser('GET', region.path('/inbox'))).wroteAgain).toEqual({ total: 0, items: [] });
    await lead.isLost('no_answer');
    expect(await places(lead)).toEqual([]);
  });
});
