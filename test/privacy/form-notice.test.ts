/** The public form shows the notice that its partner published, and each lead keeps the version that her page showed. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { firstForm } from '../capture/forms.ts';
import { Visitor } from '../capture/visitor.ts';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let partnerId: string;
const FI = { summary: 'Naapurila käyttää tietojasi auttaakseen sinua.', text: 'Koko ilmoitus suomeksi, osa <yksi>.' };
const EN = { summary: 'Naapurila uses your data to help you.', text: 'The whole notice in English.' };

beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  const liisa = await region.contactPerson();
  const form = await firstForm(region);
  ok(await region.admin('PATCH', region.path(`/forms/${form.id}`), { languages: ['fi', 'en', 'ar'], contactPersonId: liisa.id }));
  partnerId = ok(await region.admin('GET', region.path('/partners'))).items[0].id;
});
afterAll(() => story?.end());

const visitor = () => new Visitor(story.app);
const publish = async (texts: object) => ok(await region.admin('POST', region.path(`/partners/${partnerId}/notices`), { texts }));
const basisOf = async (name: string) => {
  const [{ id }] = ok(await region.admin('GET', region.path(`/leads?q=${name}`))).items;
  const { timeline } = ok(await region.admin('GET', region.path(`/leads/${id}`)));
  return timeline.find(({ type }: { type: string }) => type === 'basis').basis;
};

it('says the built-in sentences until one is published', async () => {
  expect((await visitor().open(`/c/${region.slug}?lang=en`)).text).toContain('is its public task');
  expect((await visitor().open(`/c/${region.slug}/data?lang=en`)).text).toContain('Article 6(1)');
});

it('shows what is published: in the language, else in the language of the region', async () => {
  await publish({ fi: FI, en: EN });
  const english = await visitor().open(`/c/${region.slug}?lang=en`);
  expect(english.text).toContain(EN.summary);
  const arabic = await visitor().open(`/c/${region.slug}?lang=ar`);
  expect(arabic.text).toContain(`<span class="keep" lang="fi" dir="ltr">${FI.summary}`);

  const more = await visitor().open(`/c/${region.slug}/data?lang=ar`);
  expect(more.text).toContain(FI.summary);
  const [, whole] = /href="(\/c\/notice\/[^"]+)"/.exec(more.text)!;
  const path = whole!.replace('&#61;', '=');
  expect(path).toBe(`/c/notice/${region.slug}/${partnerId}/2?lang=ar`);
  const page = await visitor().open(path);
  expect(page.text).toContain('lang="fi" dir="ltr"');
  expect(page.text).toContain('osa &#60;yksi&#62;');
});

it('keeps with the lead the version that her page showed, also when a newer one came while she wrote', async () => {
  const page = await visitor().open(`/c/${region.slug}`);
  await publish({ fi: { ...FI, summary: 'Uusi ilmoitus, toiset sanat.' } });
  const fields = (name: string) => ({ name, contact: `${name}@example.org`.toLowerCase(), intent: 'move' });
  await visitor().send(`/c/${region.slug}`, fields('Hidas'), { page });
  expect(await basisOf('Hidas')).toMatchObject({ noticeVersion: '2', noticeGiven: 'shown' });
  await visitor().send(`/c/${region.slug}`, fields('Nopea'));
  expect(await basisOf('Nopea')).toMatchObject({ noticeVersion: '3', noticeGiven: 'shown' });
});

it('believes no version that was never published', async () => {
  const fields = { name: 'Keksitty', contact: 'keksitty@example.org', intent: 'move', notice: `${partnerId}/99` };
  await visitor().send(`/c/${region.slug}`, fields);
  expect(await basisOf('Keksitty')).toMatchObject({ noticeVersion: '3' });
});
