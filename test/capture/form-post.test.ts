/** What becomes of a message that somebody writes into a public form: a lead, once, with its touches, its owner and its ground. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { newForm } from './forms.ts';
import { Visitor, wrongAt } from './visitor.ts';

describe('a message through the form', () => {
  let story: Story;
  let region: RegionInStory;
  let liisa: ContactPersonInStory;
  const visitor = () => new Visitor(story.app);
  const path = () => `/c/${region.slug}`;
  const leads = async (q: string) => ok(await region.admin('GET', region.path(`/leads?q=${encodeURIComponent(q)}`))).items;
  const one = async (q: string) => {
    const [lead, ...more] = await leads(q);
    expect(more).toEqual([]);
    return ok(await region.admin('GET', region.path(`/leads/${lead.id}`)));
  };

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    liisa = await region.contactPerson({ profile: { languages: ['fi', 'uk'] } });
    const [form] = ok(await region.admin('GET', region.path('/forms'))).items;
    ok(await region.admin('PATCH', region.path(`/forms/${form.id}`), { languages: ['fi', 'en', 'uk', 'ar'], contactPersonId: liisa.id }));
  });
  afterAll(() => story.end());

  it('makes a person, a lead and a note, owned by who stands on the form', async () => {
    const sent = await visitor().send(`${path()}?lang=uk`, {
      name: 'Дарія Коваль',
      contact: 'daria@example.org, +358 40 123 4567',
      intent: 'work',
      municipality: '305',
      heardFrom: 'youtube',
      message: 'Шукаю роботу вчителькою.',
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(`${path()}/thanks?lang=uk&mail=1`);
    const lead = await one('Коваль');
    expect(lead).toMatchObject({
      person: { name: 'Дарія Коваль', email: 'daria@example.org', phone: '+358 40 123 4567', languages: ['uk'] },
      intent: 'work',
      municipality: '305',
      language: 'uk',
      heardFrom: ['youtube'],
      owner: { id: liisa.id },
      respondedAt: null,
    });
    const entries = (type: string) => lead.timeline.filter((entry: { type: string }) => entry.type === type);
    expect(entries('note')).toMatchObject([{ note: { text: 'Шукаю роботу вчителькою.', contact: false } }]);
    expect(entries('basis')).toMatchObject([{ basis: { kind: 'public_task', noticeVersion: '1', noticeGiven: 'shown' } }]);
    expect(entries('touch')).toEqual([]);
  });

  it('thanks in the language, on a page that sends nothing when it is read again', async () => {
    const page = await visitor().open(`${path()}/thanks?lang=ar`);
    expect(page.text).toContain('<html lang="ar" dir="rtl">');
    expect(page.text).toContain('شكرًا');
    expect(page.text).not.toContain('<form');
  });

  it('is the same one however often it is sent', async () => {
    const page = await visitor().open(path());
    const fields = { name: 'Tiina Toistaja', contact: '040 555 1234', intent: 'move' };
    const both = await Promise.all([visitor().send(path(), fields, { page }), visitor().send(path(), fields, { page })]);
    const third = await visitor().send(path(), fields, { page, waited: 60 });
    expect([...both, third].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await leads('Toistaja')).toHaveLength(1);
  });

  it('of a known person makes no second one, and says nothing of it', async () => {
    const first = await visitor().send(path(), { name: 'Outi Oikea', contact: 'outi@example.org', intent: 'move', message: 'Ensimmäinen' });
    const again = await visitor().send(path(), { name: 'Outi O.', contact: 'OUTI@example.org', intent: 'move', message: 'Toinen' });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const lead = await one('Outi');
    expect(lead.person.name).toBe('Outi Oikea');
    const notes = lead.timeline.flatMap(({ note }: { note?: { text: string } }) => note?.text ?? []);
    expect(notes).toEqual(expect.arrayContaining(['Ensimmäinen', expect.stringMatching(/Outi O\.[\s\S]*Toinen/)]));
  });

  it('of a known person whose lead is closed makes a new lead of hers', async () => {
    await visitor().send(path(), { name: 'Pekka Palaaja', contact: 'pekka@example.org', intent: 'move' });
    const [lead] = await leads('Palaaja');
    ok(await liisa.browser('POST', region.path(`/leads/${lead.id}/stage`), { stage: 'lost', reason: 'no_housing' }));
    await visitor().send(path(), { name: 'Pekka Palaaja', contact: 'pekka@example.org', intent: 'move' });
    const both = await leads('Palaaja');
    expect(both).toHaveLength(2);
    expect(new Set(both.map(({ person }: { person: { id: string } }) => person.id)).size).toBe(1);
  });

  it('counts for the activity of the form', async () => {
    const video = await region.activity({ title: 'Video', channel: 'youtube', kind: 'influencer_video' });
    ok(
      await region.admin('POST', region.path('/forms'), {
        slug: 'video-lomake',
        title: 'Tule meille',
        contactPersonId: liisa.id,
        activityId: video.id,
        languages: ['fi'],
        fields: ['name', 'email', 'message'],
      }),
    );
    await visitor().send('/c/video-lomake', { name: 'Veera Video', email: 'veera@example.org' });
    expect((await one('Veera')).timeline).toContainEqual(
      expect.objectContaining({
        type: 'touch',
        touch: expect.objectContaining({ how: 'form', activity: expect.objectContaining({ id: video.id }) }),
      }),
    );
    const [form] = ok(await region.admin('GET', region.path('/forms?q=video-lomake'))).items;
    expect(form).toMatchObject({ title: 'Tule meille', leads: 1, activity: { id: video.id } });
  });

  it('counts for the activity of the link she came by, and for both when the form has its own', async () => {
    const [fair, campaign] = [await region.recruitmentEvent(), await region.campaign()];
    const code = async ({ id }: { id: string }) => ok(await region.admin('GET', region.path(`/activities/${id}/links`))).items[0].code;
    const touches = async (name: string) =>
      (await one(name)).timeline.flatMap(({ touch }: { touch?: { how: string; activity: { id: string } } }) =>
        touch ? [`${touch.how} ${touch.activity.id}`] : [],
      );
    await visitor().send(`${path()}?via=${await code(fair)}`, { name: 'Lasse Linkki', contact: 'lasse@example.org', intent: 'work' });
    expect(await touches('Lasse')).toEqual([`form ${fair.id}`]);

    await newForm(region, { slug: 'kampanja', contactPersonId: liisa.id, activityId: campaign.id });
    await visitor().send(`/c/kampanja?via=${await code(fair)}`, { name: 'Maija Molemmat', contact: 'maija@example.org' });
    expect((await touches('Maija')).sort()).toEqual([`form ${campaign.id}`, `link ${fair.id}`]);
    await visitor().send(`/c/kampanja?via=zzzzzzz`, { name: 'Ossi Outo', contact: 'ossi@example.org' });
    expect(await touches('Ossi')).toEqual([`form ${campaign.id}`]);
  });

  it('keeps a protected person with who sees her already', async () => {
    const other = await region.contactPerson();
    ok(
      await other.browser('POST', region.path('/leads'), {
        person: { name: 'Salli Salattu', email: 'salli@example.org', languages: ['fi'], protected: true },
        intent: 'work',
        touches: [],
      }),
    );
    await visitor().send(path(), { name: 'Salli', contact: 'salli@example.org', intent: 'found' });
    const seen = ok(await other.browser('GET', region.path('/leads?q=Salli'))).items;
    expect(seen.map(({ owner }: { owner: { id: string } }) => owner.id)).toEqual([other.id, other.id]);
    expect(ok(await liisa.browser('GET', region.path('/leads?q=Salli'))).items).toEqual([]);
  });

  describe('that is not right', () => {
    it('comes back with what was typed and what is wrong, in the language', async () => {
      const back = await visitor().send(`${path()}?lang=uk`, { name: 'Дарія', contact: 'daria@', message: 'Текст <b>' });
      expect(back.status).toBe(422);
      expect(wrongAt(back.text, 'contact')).toBe('Адреса не повна: після @ чогось бракує.');
      expect(wrongAt(back.text, 'intent')).toBe('Виберіть, що вас цікавить.');
      expect(back.text).toContain('href="#f-contact"');
      expect(back.text).toContain('value="Дарія"');
      expect(back.text).toContain('Текст &#60;b&#62;');
      expect(await leads('Дарія')).toHaveLength(1); // the one from before
    });

    it.each([
      [{ contact: '' }, 'contact', 'Kirjoita puhelinnumero'],
      [{ contact: '12' }, 'contact', 'Puhelinnumero on vajaa'],
      [{ contact: '040 55' }, 'contact', 'Puhelinnumero on vajaa'],
      [{ contact: 'olena(at)example' }, 'contact', 'Sähköpostiosoite on vajaa'],
      [{ contact: 'kissa' }, 'contact', 'Kirjoita puhelinnumero'],
      [{ contact: 'a@b' }, 'contact', 'Sähköpostiosoite on vajaa'],
      [{ name: '' }, 'name', 'Kirjoita nimesi'],
      [{ name: 'x'.repeat(161) }, 'name', 'Tämä on liian pitkä: enintään 160'],
    ])('%p is told at %s', async (fields, name, words) => {
      const back = await visitor().send(path(), { name: 'Ville', contact: '040 1234567', intent: 'move', ...fields });
      expect(back.status).toBe(422);
      expect(wrongAt(back.text, name)).toContain(words);
    });

    it('gives no 5xx for bodies of any shape', async () => {
      const shapes = [
        '',
        'name',
        'name=a&name=b',
        'name[x]=1',
        'ticket=%00',
        `message=${'x'.repeat(50_000)}`,
        '%E0%A4%A',
        'via=%27%3B--&lang=zz',
      ];
      for (const shape of shapes) expect((await visitor().post(path(), shape)).status).toBe(422);
      expect((await visitor().post(path(), '{}', { 'content-type': 'application/json' })).status).toBe(422);
      expect((await visitor().post(path(), 'x', { 'content-type': 'text/csv' })).status).toBeLessThan(500);
    });
  });
});
