/** Who writes herself wakes what was put off, and the open inboxes hear of it: by a form, a follow-up's page, or her own page. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayOf } from '../../src/platform/calendar.ts';
import { SignedLinks } from '../../src/platform/signed-link.ts';
import { StreamInStory } from '../lead/inbox-stream.ts';
import { type ContactPersonInStory, type Named, ok, PASSWORD, type RegionInStory, Story } from '../story.ts';
import { Visitor } from './visitor.ts';

describe('a lead that is put off', () => {
  const today = dayOf(new Date(), 'Europe/Helsinki');
  let story: Story;
  let region: RegionInStory;
  let liisa: ContactPersonInStory;
  let stream: StreamInStory;
  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region();
    liisa = await region.contactPerson({ email: 'liisa@alue.example' });
    const { headers } = await story.app.browser()('POST', '/session', { email: 'liisa@alue.example', password: PASSWORD });
    stream = await StreamInStory.open(region, headers.getSetCookie()[0]!.split(';')[0]!);
  });
  afterEach(() => void stream.events.splice(0));
  afterAll(async () => {
    stream?.close();
    await story?.end();
  });

  const inbox = async () => ok(await liisa.browser('GET', region.path('/inbox')));
  const ids = ({ items }: { items: Named[] }) => items.map(({ id }) => id);
  const somebody = (email: string, fields: object = {}) =>
    region.lead({ by: liisa, person: { name: 'Olena Palaava', email, languages: ['uk'] }, ...fields });
  const putOff = async ({ id }: Named) => ok(await liisa.browser('PUT', region.path(`/leads/${id}/snooze`), { until: addDays(today, 5) }));
  /** Puts it off and forgets what was told of that. */
  const asleep = async (lead: Named) => {
    await putOff(lead);
    await stream.until(({ leads }) => leads.includes(lead.id));
    stream.events.splice(0);
  };
  const told = (lead: Named) => stream.until(({ leads }) => leads.includes(lead.id));

  it('says what she wrote in a form until she is answered, and nothing of what a colleague noted', async () => {
    const lead = await somebody('sanat@example.org', { note: 'Tavattu messuilla.' });
    const shown = async () => {
      const sections: { items?: { id: string; words: string | null }[] }[] = Object.values(await inbox());
      return sections.flatMap(({ items = [] }) => items).find(({ id }) => id === lead.id)?.words;
    };
    const page = async () => ok(await liisa.browser('GET', region.path(`/leads/${lead.id}`)));
    expect([await shown(), (await page()).words]).toEqual([null, null]);
    for (const message of ['Etsin työtä.', 'Etsin myös asuntoa.'])
      await new Visitor(story.app).send(`/c/${region.slug}`, {
        name: 'Olena Palaava',
        contact: 'sanat@example.org',
        intent: 'move',
        message,
      });
    expect(await shown()).toContain('Etsin myös asuntoa.');
    expect((await page()).words).toBe(await shown());
    ok(await liisa.browser('POST', region.path(`/leads/${lead.id}/notes`), { text: 'Vastasin.', contact: true }));
    expect([(await shown()) ?? null, (await page()).words]).toEqual([null, expect.stringContaining('asuntoa')]);
  });

  it('comes back when she sends the form of no activity', async () => {
    const lead = await (await somebody('lomake@example.org')).reaches('contacted');
    await asleep(lead);
    const sent = await new Visitor(story.app).send(`/c/${region.slug}`, {
      name: 'Olena Palaava',
      contact: 'lomake@example.org',
      intent: 'move',
      message: 'Muutimmekin mieltämme.',
    });
    expect(sent.status).toBe(303);
    await told(lead);
    expect(ids((await inbox()).wroteAgain)).toContain(lead.id);
    expect(ids((await inbox()).snoozed)).not.toContain(lead.id);
  });

  it('comes back when she corrects her phone on her own page, and says so without repeating it', async () => {
    const lead = await (await somebody('korjaus@example.org')).reaches('contacted');
    const { person } = await lead.read();
    const { url } = ok(await liisa.browser('POST', region.path(`/persons/${person.id}/own-page`)));
    await asleep(lead);
    const correct = (phone: string) =>
      new Visitor(story.app).post(
        `${new URL(url).pathname}/correct`,
        new URLSearchParams({ name: person.name, email: person.email, phone, languages: 'uk' }),
      );
    await correct('');
    await told(lead);
    expect(ids((await inbox()).snoozed)).toContain(lead.id);
    await correct('040 7654321');
    expect(ids((await inbox()).wroteAgain)).toContain(lead.id);
    const notes = (await lead.read()).timeline.filter(({ type }: { type: string }) => type === 'note');
    expect(notes).toMatchObject([{ actor: null, note: { text: 'Korjasi itse tietojaan: puhelin.', contact: false } }]);
  });

  it('comes back with its other follow-ups when she answers one', async () => {
    const lead = await somebody('seuranta@example.org', { createdOn: '2024-01-01' });
    const { followUps } = await lead.settles(addMonths(today, -7));
    await asleep(lead);
    expect(ids((await inbox()).followUps)).toEqual([]);
    const { id: regionId } = ok(await region.admin('GET', region.path('')));
    const token = story.app.nest.get(SignedLinks).token({ kind: 'follow-up', regionId, id: followUps[0].id }, 10);
    const sent = await new Visitor(story.app).post(`/follow-up/${token}`, new URLSearchParams({ status: 'still_here' }));
    expect(sent.status).toBe(200);
    await told(lead);
    expect(ids((await inbox()).followUps)).toEqual([followUps[1].id]);
  });

  it('sleeps on when a colleague corrects her name, of which the inbox hears', async () => {
    const lead = await (await somebody('kollega@example.org')).reaches('contacted');
    const { person } = await lead.read();
    await asleep(lead);
    ok(await region.admin('PATCH', region.path(`/persons/${person.id}`), { name: 'Olena Korjattu' }));
    await told(lead);
    expect(ids((await inbox()).snoozed)).toContain(lead.id);
  });
});
