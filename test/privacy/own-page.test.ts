/** A person's own page: what is kept, corrected, objected to, copied and erased through the link in the mail. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

const somebody = async (fields: Record<string, unknown> = {}) => {
  const lead = await region.lead({
    person: { name: 'Olena Omasivu', email: 'olena@example.org', languages: ['uk'] },
    note: 'Etsii asuntoa',
    ...fields,
  });
  const { id } = (await lead.read()).person;
  const { url } = ok(await liisa.browser('POST', region.path(`/persons/${id}/own-page`)));
  return { lead, id, path: new URL(url).pathname };
};
const visit = async (path: string, form?: Record<string, string | string[]>) => {
  const body =
    form &&
    new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])));
  const answer = await fetch(story.app.origin + path, { method: form ? 'POST' : 'GET', redirect: 'manual', ...(body ? { body } : {}) });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const mails = (kind: string) =>
  story.app.sql<{ to_email: string; subject: string; text: string }>(
    'select to_email, subject, text from mail where kind = $1 order by id',
    [kind],
  );

describe('the page', () => {
  it('says in her language what is kept, sets no cookie, runs no script, and is for no search engine and no referrer', async () => {
    const { path } = await somebody();
    const page = await visit(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="uk" dir="ltr">');
    expect(page.text).toContain('Olena Omasivu');
    expect(page.text).toContain('olena@example.org');
    expect(page.text).not.toContain('<script');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const arabic = await visit(`${path}?lang=ar`);
    expect(arabic.text).toContain('<html lang="ar" dir="rtl">');
    expect(Buffer.byteLength(page.text)).toBeLessThan(30_000);
  });

  it('opens by her link alone: not by another, a changed one, or that of another kind', async () => {
    const { path } = await somebody();
    for (const wrong of [`${path.slice(0, -2)}xx`, '/my/abc', '/my/%00', `/my/${'A'.repeat(70)}`])
      expect((await visit(wrong)).status).toBe(404);
    expect((await visit(`${path.slice(0, -2)}xx/erase`, {})).status).toBe(303);
  });

  it('gives her a copy of everything, without the names of those who read it', async () => {
    const { path } = await somebody();
    const file = await visit(`${path}/copy.json`);
    const copy = JSON.parse(file.text);
    expect(copy.leads[0].notes).toMatchObject([{ text: 'Etsii asuntoa' }]);
    expect(copy.reads.length).toBeGreaterThan(0);
    expect(copy.reads.every(({ by }: { by: string | null }) => by === null)).toBe(true);
    expect((await visit(`${path}/copy?lang=fi`)).text).toContain('Etsii asuntoa');
  });

  it('counts as messages those that the copy holds, not what the product wrote to its own people', async () => {
    const { path, lead } = await somebody();
    await visit(`${path}/object?lang=en`, {});
    const own = await story.app.sql('select from mail where lead_id = $1', [lead.id]);
    expect(own.length).toBeGreaterThan(0);
    expect((await visit(`${path}?lang=en`)).text).toContain('messages 0,');
    expect(JSON.parse((await visit(`${path}/copy.json`)).text).mails).toEqual([]);
  });
});

describe('a correction', () => {
  it('is kept, and the old address is told', async () => {
    const { path, lead } = await somebody({ person: { name: 'Vanha Nimi', email: 'vanha.osoite@example.org', languages: ['fi'] } });
    const sent = await visit(`${path}/correct?lang=fi`, {
      name: 'Uusi Nimi',
      email: 'uusi@example.org',
      phone: '040 1234567',
      languages: ['fi', 'en'],
    });
    expect(sent.status).toBe(303);
    expect((await visit(sent.headers.get('location')!)).text).toContain('Korjaukset on tallennettu.');
    expect((await lead.read()).person).toMatchObject({
      name: 'Uusi Nimi',
      email: 'uusi@example.org',
      phone: '040 1234567',
      languages: ['fi', 'en'],
    });
    const told = (await mails('data_notice')).filter(({ to_email }) => to_email === 'vanha.osoite@example.org');
    expect(told).toHaveLength(1);
    expect(told[0]!.text).not.toContain('uusi@example.org');
  });

  it('keeps what was typed and says what is wrong', async () => {
    const { path } = await somebody();
    const sent = await visit(`${path}/correct?lang=fi`, { name: '', email: 'olena@', phone: 'soita', languages: 'uk' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('value="olena@"');
    for (const words of ['Kirjoita nimesi.', 'Sähköpostiosoite on vajaa', 'Puhelinnumero on vajaa']) expect(sent.text).toContain(words);
  });
});

describe('a phone number that is too short', () => {
  it('is not kept, and she is told so', async () => {
    const { path, lead } = await somebody();
    const sent = await visit(`${path}/correct?lang=fi`, { name: 'Olena', email: '', phone: '040 55', languages: 'uk' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('value="040 55"');
    expect(sent.text).toContain('Puhelinnumero on vajaa');
    expect((await lead.read()).person.name).toBe('Olena Omasivu');
  });
});

describe('an objection', () => {
  it('is recorded as hers, stops contact, and tells the contact person by when to decide', async () => {
    const { path, id } = await somebody();
    const before = (await mails('data_notice')).length;
    const sent = await visit(`${path}/object?lang=en`, {});
    expect((await visit(sent.headers.get('location')!)).text).toContain('Your objection is recorded.');
    expect(ok(await liisa.browser('GET', region.path(`/persons/${id}/privacy`)))).toMatchObject({
      restriction: { because: 'objection' },
      objection: { bySelf: true },
    });
    await visit(`${path}/object?lang=en`, {});
    const told = (await mails('data_notice')).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]!.text).not.toContain('Olena');
    expect(told[0]!.text).toContain('/leads/');
  });
});

describe('erasing', () => {
  it('asks first, changes nothing by being looked at, and then says for ever that all is erased', async () => {
    const { path, lead } = await somebody();
    const asked = await visit(`${path}/erase?lang=fi`);
    expect(asked.text).toContain('Poistetaanko tietosi?');
    expect((await lead.read()).person.name).toBe('Olena Omasivu');
    const sent = await visit(`${path}/erase?lang=fi`, {});
    const after = await visit(sent.headers.get('location')!);
    expect(after.text).toContain('Tietosi on poistettu');
    expect(after.text).not.toContain('Olena');
    expect((await lead.read()).person.name).toBe('');
    for (const rest of ['/copy', '/copy.json', '/erase'])
      expect((await visit(`${path}${rest}?lang=fi`)).text).toContain('Tietosi on poistettu');
    expect((await visit(`${path}/correct?lang=fi`, { name: 'Paluu', email: '', phone: '' })).text).toContain('Tietosi on poistettu');
    expect((await lead.read()).person.name).toBe('');
  });

  it('says what stays and why, where she is evidence', async () => {
    const programme = ok(
      await region.admin('POST', region.path('/programmes'), {
        name: 'Work & Stay',
        startsOn: '2024-01-01',
        endsOn: '2026-12-31',
        budgetCents: 1,
        keepUntil: '2034-12-31',
      }),
    );
    const workshop = await region.activity({
      kind: 'workshop',
      title: 'Työpaja',
      channel: 'event',
      programmeId: programme.id,
      on: '2025-04-01',
    });
    const { path, id } = await somebody();
    ok(await liisa.browser('POST', region.path(`/activities/${workshop.id}/attendance`), { headcount: 5, attendees: [{ personId: id }] }));
    expect((await visit(`${path}/erase?lang=en`)).text).toContain('evidence of the programme Work &#38; Stay');
    const sent = await visit(`${path}/erase?lang=en`, {});
    const after = (await visit(sent.headers.get('location')!)).text;
    expect(after).toContain('kept until December 31, 2034');
    expect(after).toContain('Olena Omasivu');

    expect((await visit(`${path}/erase?lang=en`, {})).status).toBe(303);
    expect(await story.app.sql('select reason, restricted_until from erasure where person_id = $1', [id])).toHaveLength(1);
  });
});
