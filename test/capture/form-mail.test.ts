/** The mails that follow a message: a receipt to who wrote, a notice to who answers. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { changeForm, firstForm } from './forms.ts';
import { Visitor } from './visitor.ts';

interface Mail {
  readonly kind: string;
  readonly to_email: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
}

describe('after a message', () => {
  let story: Story;
  let region: RegionInStory;
  let liisa: ContactPersonInStory;
  let matti: ContactPersonInStory;
  let form: { id: string };
  const send = (fields: Record<string, string>, lang = 'fi') =>
    new Visitor(story.app).send(`/c/${region.slug}?lang=${lang}`, { intent: 'move', ...fields });
  const mails = async (name: string): Promise<Mail[]> =>
    story.app.sql<Mail & { [key: string]: unknown }>(
      `select kind, to_email, language, subject, text from mail
       where lead_id in (select l.id from lead l join person p on p.id = l.person_id where p.name = $1) order by kind desc, to_email`,
      [name],
    );

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    liisa = await region.contactPerson({ email: 'liisa@koillinen.example' });
    matti = await region.contactPerson({ email: 'matti@koillinen.example' });
    form = await firstForm(region);
    await changeForm(region, form.id, { languages: ['fi', 'uk'], contactPersonId: liisa.id });
  });
  afterAll(() => story.end());

  it('who wrote gets a receipt in her language with the link to her data, the owner a notice with no more than a first name', async () => {
    await send({ name: 'Дарія Коваль', contact: 'daria@example.org 0401234567', message: 'Таємниця' }, 'uk');
    const [receipt, notice, ...more] = await mails('Дарія Коваль');
    expect(more).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'receipt', to_email: 'daria@example.org', language: 'uk' });
    expect(receipt!.text).toMatch(/Дарія Коваль[\s\S]*\/my\/[\w-]{70}/);
    expect(notice).toMatchObject({
      kind: 'lead_notice',
      to_email: 'liisa@koillinen.example',
      language: 'fi',
      subject: 'Uusi yhteydenotto: Дарія',
    });
    expect(notice!.text).toMatch(/\/r\/alue-1\/leads\/[0-9a-f-]{36}/);
    expect(notice!.text).not.toMatch(/Коваль|daria@|040|Таємниця/);
  });

  it('a repeat writes no second one', async () => {
    const page = await new Visitor(story.app).open(`/c/${region.slug}`);
    const fields = { name: 'Tiina Toisto', contact: 'tiina@example.org', intent: 'move' };
    for (let time = 0; time < 3; time += 1) await new Visitor(story.app).send(`/c/${region.slug}`, fields, { page });
    expect(await mails('Tiina Toisto')).toHaveLength(2);
  });

  it('who is known by her phone alone is not shown to somebody who writes another address', async () => {
    await send({ name: 'Petra Puhelin', contact: '+358 50 765 4321' });
    await send({ name: 'Petra Puhelin', contact: 'utelias@example.org, 050 765 4321' });
    const receipts = (await mails('Petra Puhelin')).filter(({ kind }) => kind === 'receipt');
    expect(receipts.map(({ to_email }) => to_email)).toEqual(['utelias@example.org']);
    expect(receipts[0]!.text).not.toContain('/my/');
  });

  it('her substitute is told while the owner is away', async () => {
    const today = new Date().toISOString().slice(0, 10);
    ok(
      await region.admin('PUT', region.path(`/contact-persons/${liisa.id}/away`), {
        from: today,
        to: '2999-01-01',
        substituteId: matti.id,
      }),
    );
    await send({ name: 'Saara Sijainen', contact: '0407654321' });
    const [notice, ...more] = await mails('Saara Sijainen');
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ kind: 'lead_notice', to_email: 'matti@koillinen.example' });
    expect(notice!.text).toContain(liisa.name);
    ok(await region.admin('PUT', region.path(`/contact-persons/${liisa.id}/away`), { from: null }));
  });
});
