/** Notices are published in versions that stay readable, and the audit tells admins who read or changed what. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
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

const page = async (path: string) => {
  const answer = await fetch(story.app.origin + path);
  return { status: answer.status, text: await answer.text() };
};

it('has a built-in text by basis, until a partner publishes its own; older versions stay as they were', async () => {
  const { id } = await region.partner('Naapurila', { basis: 'legitimate_interest' });
  const path = region.path(`/partners/${id}/notices`);
  const [first] = ok(await region.admin('GET', path)).items;
  expect(first).toMatchObject({ version: '1', current: true, at: null });
  expect(first.texts.fi.summary).toContain('Naapurila');
  expect((await page(first.path)).text).toContain('Naapurila');

  const texts = { fi: { summary: 'Naapurila kertoo tämän itse.', text: 'Ensimmäinen oma teksti, kokonaan.' } };
  const published = ok(await region.admin('POST', path, { texts })).items;
  expect(published.map(({ version, current }: { version: string; current: boolean }) => [version, current])).toEqual([['2', true]]);
  ok(await region.admin('POST', path, { texts: { fi: { ...texts.fi, text: 'Toinen teksti, myös kokonaan.' } } }));

  expect((await page(published[0].path)).text).toContain('Ensimmäinen oma teksti');
  expect((await page(published[0].path.replace(/2$/, '3'))).text).toContain('Toinen teksti');
  expect((await page(`${published[0].path}?lang=ar`)).text).toContain('dir="rtl"');
  expect((await page(published[0].path.replace(/2$/, '9'))).status).toBe(404);
  expect(ok(await region.admin('GET', region.path(`/partners/${id}`))).noticeVersion).toBe('3');
  const olena = await region.contactPerson({ partnerId: id });
  const lead = await region.lead({ by: olena });
  expect((await lead.read()).timeline.find(({ type }: { type: string }) => type === 'basis').basis).toMatchObject({ noticeVersion: '3' });
});

it('is published by admins alone, and of no other region', async () => {
  const { id } = await region.partner('Suljettu');
  const texts = { en: { summary: 'Ten signs at least.', text: 'Ten signs at least.' } };
  const other = await story.region();
  expect((await liisa.browser('POST', region.path(`/partners/${id}/notices`), { texts })).status).toBe(403);
  expect((await other.admin('POST', other.path(`/partners/${id}/notices`), { texts })).status).toBe(404);
  expect((await page(`/c/notice/${other.slug}/${id}/1`)).status).toBe(404);
  expect((await page('/c/notice/nowhere/x/1')).status).toBe(404);
});

it('the audit tells who read and changed what of a person, without a word of it, to admins who see her', async () => {
  const lead = await region.lead({ person: { name: 'Auditoitu Aune', languages: [] } });
  ok(await lead.post('/notes', { text: 'Salaista' }));
  const { id } = (await lead.read()).person;
  const audit = await region.admin('GET', region.path(`/audit?person=${id}`));
  const entries = ok(audit).items as { action: string; table: string; actor: { name: string }; columns: string[] }[];
  expect(entries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ action: 'read', table: 'person', actor: expect.objectContaining({ name: liisa.name }) }),
      expect.objectContaining({ action: 'insert', table: 'note', columns: expect.arrayContaining(['text']) }),
      expect.objectContaining({ action: 'insert', table: 'lead' }),
    ]),
  );
  expect(audit.text).not.toMatch(/Aune|Salaista/);
  expect(ok(await region.admin('GET', region.path(`/audit?lead=${lead.id}`))).total).toBeGreaterThan(2);
  expect(ok(await region.admin('GET', region.path('/audit?from=2020-01-01&to=2020-01-02'))).total).toBe(0);
  const hidden = await region.lead({ person: { name: 'Suojattu', languages: [], protected: true } });
  expect((await region.admin('GET', region.path(`/audit?lead=${hidden.id}`))).status).toBe(404);
  expect((await liisa.browser('GET', region.path('/audit'))).status).toBe(403);
});
