/** A form's page: its languages, its size, who may frame it, and how it keeps programs out without losing a person's words. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, type RegionInStory, Story } from '../story.ts';
import { changeForm, firstForm, newForm } from './forms.ts';
import { hiddenFields, Visitor } from './visitor.ts';

let story: Story;
let region: RegionInStory;
let form: { id: string; slug: string; contactPerson: { id: string } };
const visitor = () => new Visitor(story.app);
const fields = { name: 'Ville Vieras', contact: '040 7654321', intent: 'move', message: 'Hei!' };
const path = () => `/c/${form.slug}`;

beforeAll(async () => {
  story = await Story.begin();
  region = await story.region({ name: 'Koillinen' });
  await region.contactPerson();
  form = await firstForm(region);
  await changeForm(region, form.id, { languages: ['fi', 'sv', 'en', 'uk', 'ru', 'ar'] });
});
afterAll(() => story.end());

describe('the page of a form', () => {
  it('is there with the first contact person, at the address of the region', () => {
    expect(form.slug).toBe(region.slug);
  });

  it.each([
    ['?lang=ar', 'fi', 'ar', 'rtl'],
    ['', 'uk-UA,uk;q=0.9,en;q=0.8', 'uk', 'ltr'],
    ['', 'de, en;q=0.4, ru;q=0.5', 'ru', 'ltr'],
    ['?lang=xx', 'ja', 'fi', 'ltr'],
  ])('%s for a browser of %s is in %s', async (query, accepts, language, direction) => {
    const page = await visitor().open(path() + query, { 'accept-language': accepts });
    expect(page.text).toContain(`<html lang="${language}" dir="${direction}">`);
  });

  it.each([
    [1, 'fi', 'yhden työpäivän kuluessa'],
    [3, 'fi', '3 työpäivän kuluessa'],
    [1, 'en', 'within one working day'],
    [2, 'ar', 'خلال يومي عمل'],
    [5, 'ar', 'خلال 5 أيام عمل'],
    [5, 'uk', 'протягом 5 робочих днів'],
  ])(
    'says in its language within how many working days somebody answers (%i, %s), also when nobody stands on it',
    async (days, language, words) => {
      ok(await region.admin('PATCH', region.path(''), { responseDays: days }));
      const text = async () => (await visitor().open(`${path()}?lang=${language}`)).text;
      expect(await text()).toMatch(new RegExp(`class="face">.*${words}`));
      const { id } = form.contactPerson;
      await story.app.sql('update contact_person set left_at = now() where id = $1', [id]);
      const faceless = await text();
      await story.app.sql('update contact_person set left_at = null where id = $1', [id]);
      expect(faceless).not.toContain('class="face"');
      expect(faceless).toContain(words);
    },
  );

  it('stays under 30 kB with all that it loads, sets no cookie and asks nobody else', async () => {
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(12_285)]).toString('base64');
    ok(await region.admin('PUT', region.path(`/contact-persons/${form.contactPerson.id}/photo`), { image: photo }));
    await changeForm(region, form.id, { sites: ['https://www.kuusamo.fi/'] });
    for (const language of ['fi', 'ar']) {
      const page = await visitor().open(`${path()}?lang=${language}`);
      const loaded = [...page.text.matchAll(/ src="([^"]+)"/g)].map(([, src]) => src!.replaceAll('&#61;', '='));
      const parts = await Promise.all(loaded.map(async (src) => (await fetch(story.app.origin + src)).arrayBuffer()));
      expect(loaded).toHaveLength(2);
      const bytes = Buffer.byteLength(page.text) + parts.reduce((sum, part) => sum + part.byteLength, 0);
      expect(bytes).toBeLessThan(30_000);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(page.text).not.toMatch(/(src|href)="https?:/);
    }
  });

  it('may be framed by the sites that the region lists, and by nobody else', async () => {
    const { headers } = await visitor().open(path());
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'self' https:\/\/www\.kuusamo\.fi$/);
    expect(headers.get('x-frame-options')).toBeNull();
  });

  it('has a code of its own for paper, which every member may take', async () => {
    const { browser } = await region.contactPerson();
    const code = (type: string) => browser('GET', region.path(`/forms/${form.id}/qr.${type}`));
    const [svg, png] = [await code('svg'), await code('png')];
    expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(svg.text).toContain('<svg');
  });

  it('refuses photos that are none, or too large', async () => {
    const put = (image: Buffer) =>
      region.admin('PUT', region.path(`/contact-persons/${form.contactPerson.id}/photo`), { image: image.toString('base64') });
    expect((await put(Buffer.from('<svg onload="x">'))).body.issues[0].code).toBe('not_a_picture');
    expect((await put(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(13_000)]))).status).toBe(400);
  });

  it('takes nothing while it is paused, and is not there once it is put away', async () => {
    const other = await newForm(region, { slug: 'tauko', contactPersonId: form.contactPerson.id });
    await changeForm(region, other.id, { paused: true });
    expect((await visitor().send('/c/tauko', fields)).status).toBe(200);
    expect((await visitor().open('/c/tauko')).text).not.toContain('<form');
    await changeForm(region, other.id, { archived: true });
    expect((await visitor().open('/c/tauko')).status).toBe(404);
    expect((await visitor().open('/c/ei-ole')).status).toBe(404);
  });
});

describe('what is suspicious is asked for once more, with everything kept', () => {
  it.each<[string, { waited?: number }, Record<string, string>]>([
    ['too quick', { waited: 1 }, {}],
    ['a day old', { waited: 25 * 3600 }, {}],
    ['filled where no person writes', {}, { homepage: 'https://spam.example' }],
    ['with a ticket that is none of ours', {}, { ticket: 'x'.repeat(51) }],
  ])('%s', async (_, how, more) => {
    const sender = visitor();
    const back = await sender.send(path(), { ...fields, name: `Ville ${_}`, ...more }, how);
    expect(back.status).toBe(422);
    expect(back.text).toContain('Lähetä vielä kerran');
    expect(back.text).toContain('040 7654321');
    const again = await sender.send(
      path(),
      { ...fields, name: `Ville ${_}`, ...hiddenFields(back.text) },
      { waited: (how.waited ?? 0) + 60 },
    );
    expect(again.status).toBe(303);
  });

  it('and who sends very often waits', async () => {
    const sender = visitor();
    const page = await sender.open(path());
    const sent = [];
    for (let time = 0; time < 35; time += 1)
      sent.push(await sender.post(path(), new URLSearchParams({ name: 'Robo', ...hiddenFields(page.text) })));
    expect(sent.slice(0, 30).every(({ status }) => status === 422)).toBe(true);
    const last = sent.at(-1)!;
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.text).toContain('value="Robo"');
    expect((await visitor().send(path(), { ...fields, name: 'Toinen Osoite' })).status).toBe(303);
  });
});

describe('the forms of a region', () => {
  it('have addresses that no other region has, too', async () => {
    const other = await story.region();
    const person = await other.contactPerson();
    const taken = await other.admin('POST', other.path('/forms'), {
      slug: form.slug,
      contactPersonId: person.id,
      languages: ['fi'],
      fields: [],
    });
    expect(taken.status).toBe(409);
    expect(taken.body.issues).toMatchObject([{ path: 'slug', code: 'form_slug_taken' }]);
    expect((await other.admin('GET', other.path(`/forms/${form.id}`))).status).toBe(404);
    expect((await other.admin('PATCH', other.path(`/forms/${form.id}`), { paused: true })).status).toBe(404);
  });

  it('are made by marketers and admins, and show a colleague when who stood on them leaves', async () => {
    const [eeva, ella] = [await region.contactPerson(), await region.contactPerson()];
    expect((await eeva.browser('PATCH', region.path(`/forms/${form.id}`), { paused: true })).status).toBe(403);
    const made = await newForm(region, { slug: 'eevan-lomake', contactPersonId: eeva.id });
    ok(await region.admin('POST', region.path(`/contact-persons/${eeva.id}/leave`)));
    const [now] = ok(await region.admin('GET', region.path('/forms?q=eevan-lomake'))).items;
    expect(now.id).toBe(made.id);
    expect(now.contactPerson.id).not.toBe(eeva.id);
    expect((await region.admin('PATCH', region.path(`/forms/${made.id}`), { contactPersonId: eeva.id })).status).toBe(422);
    await changeForm(region, made.id, { contactPersonId: ella.id });
  });
});

// The last one: afterwards the database is not there any more.
describe('while the database is away', () => {
  it('the page keeps what was typed and says whose fault it is', async () => {
    const sender = visitor();
    const page = await sender.open(`${path()}?lang=en`);
    await story.app.loseDatabase();
    const back = await sender.send(`${path()}?lang=en`, fields, { page });
    expect(back.status).toBe(503);
    expect(back.headers.get('retry-after')).toBe('60');
    expect(back.text).toContain('This is our fault');
    expect(back.text).toContain('value="Ville Vieras"');
    const unknown = await sender.post('/c/muu-lomake?lang=en', new URLSearchParams(fields));
    expect(unknown.status).toBe(503);
    expect(unknown.text).toContain('value="Ville Vieras"');
  });
});
