/** Possible duplicates: the same e-mail, phone, or a name like this in the same municipality. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let olena: ContactPersonInStory;
let known: LeadInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  const partner = ok(await region.admin('POST', region.path('/partners'), { name: 'Naturpolis', basis: 'legitimate_interest' }));
  liisa = await region.contactPerson();
  olena = await region.contactPerson({ partnerId: partner.id });
  known = await region.lead({
    by: liisa,
    municipality: '305',
    createdOn: '2025-01-01',
    person: { name: 'Väinö Mäkinen-Ståhl', email: 'vaino@example.org', phone: '+358 (0)40 123 45 67', languages: ['fi'] },
  });
});
afterAll(() => story?.end());

const like = async (query: Record<string, string>, by = liisa) =>
  ok(await by.browser('GET', region.path(`/leads/duplicates?${new URLSearchParams(query)}`))).items;

describe('a possible duplicate', () => {
  it.each<[string, Record<string, string>, string]>([
    ['the e-mail in other letters', { email: 'VAINO@example.org' }, 'email'],
    ['the phone typed at home', { phone: '0401234567' }, 'phone'],
    ['the phone with the international prefix', { phone: '00358 40 1234567' }, 'phone'],
    ['the phone as a bare number', { phone: '358401234567' }, 'phone'],
    ['the name in another order and without marks', { name: 'makinen stahl vaino', municipality: '305' }, 'name'],
    ['a part of the name', { name: 'Väinö Mäkinen', municipality: '305' }, 'name'],
    ['the name with a typing mistake', { name: 'Vainö Mäkinne-Ståhl', municipality: '305' }, 'name'],
    ['an initial', { name: 'V. Mäkinen-Ståhl', municipality: '305' }, 'name'],
    [
      'several, by the surest',
      { name: 'Väinö Mäkinen-Ståhl', municipality: '305', phone: '0401234567', email: 'vaino@example.org' },
      'email',
    ],
  ])('is found by %s', async (_, query, why) => {
    const { person } = await known.read();
    expect(await like(query)).toEqual([
      { leadId: known.id, personId: person.id, name: 'Väinö Mäkinen-Ståhl', owner: liisa.name, why, createdAt: '2025-01-01T09:00:00.000Z' },
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['blanks', { name: '', email: '', phone: '' }],
    ['the name in another municipality', { name: 'Väinö Mäkinen-Ståhl', municipality: '832' }],
    ['the name without a municipality', { name: 'Väinö Mäkinen-Ståhl' }],
    ['a first name alone', { name: 'Väinö', municipality: '305' }],
    ['another surname', { name: 'Väinö Mäkelä', municipality: '305' }],
    ['another phone', { phone: '0401234568' }],
    ['a phone without digits', { phone: '()' }],
  ])('is not found by %s', async (_, query) => {
    expect(await like(query)).toEqual([]);
  });

  it("outside one's view shows only its owner's name", async () => {
    expect(await like({ email: 'vaino@example.org', phone: '0401234567' }, olena)).toEqual([
      { leadId: null, personId: null, name: null, owner: liisa.name, why: 'email', createdAt: null },
    ]);
  });

  it('is told with the lead that is logged, and on its page', async () => {
    const again = await region.lead({ by: liisa, person: { name: 'V. Mäkinen', phone: '040 1234567', languages: ['fi'] } });
    const page = await again.read();
    expect(page.possibleDuplicates).toEqual([expect.objectContaining({ leadId: known.id, why: 'phone' })]);
    expect((await known.read()).possibleDuplicates).toEqual([expect.objectContaining({ leadId: again.id, why: 'phone' })]);
  });

  it('is not another lead of the same person: that is told as such', async () => {
    const { person } = await known.read();
    const second = await region.lead({ by: liisa, person: { id: person.id }, intent: 'found', createdOn: '2025-06-01' });
    const page = await second.read();
    expect(page).toMatchObject({ person: { id: person.id, name: 'Väinö Mäkinen-Ståhl' }, language: 'fi' });
    expect(page.otherLeads).toEqual([
      { id: known.id, intent: 'move', pipeline: 'talent', stage: 'new', createdAt: '2025-01-01T09:00:00.000Z' },
    ]);
    expect(page.possibleDuplicates.map(({ personId }: { personId: string }) => personId)).not.toContain(person.id);
  });
});
