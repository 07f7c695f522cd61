/** Who writes again is known by exactly her e-mail or phone, and is not made twice, however many write at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Persons } from '../../src/lead/person.service.ts';
import { NOBODY, RegionDirectory } from '../../src/platform/region-directory.ts';
import { RegionScope } from '../../src/platform/region-scope.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let vaino: string;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  const lead = await region.lead({
    by: liisa,
    person: { name: 'Väinö Mäkinen', email: 'Vaino@example.org', phone: '+358 40 123 45 67', languages: ['fi'] },
  });
  vaino = (await lead.read()).person.id;
});
afterAll(() => story?.end());

const matching = async (...people: Parameters<Persons['matching']>[0][]) => {
  const [scope, directory, persons] = [story.app.nest.get(RegionScope), story.app.nest.get(RegionDirectory), story.app.nest.get(Persons)];
  const [row] = await story.app.sql<{ id: string }>('select id from region where slug = $1', [region.slug]);
  const facts = await directory.find(row!.id);
  return scope.run(facts!, NOBODY, async () => {
    const found = [];
    for (const person of people) found.push(await persons.matching(person));
    return found;
  });
};

describe('who writes again', () => {
  it('is known by her e-mail in other letters, and by her phone however it is typed', async () => {
    expect(
      await matching(
        { email: ' VAINO@example.org ' },
        { phone: '040-1234567' },
        { email: 'vaino@example.org', phone: '050 999 9999' },
        { email: '', phone: '00358401234567' },
      ),
    ).toEqual([vaino, vaino, vaino, vaino]);
  });

  it('is not known by a phone when another e-mail speaks against it, by nothing, or by what is not hers', async () => {
    expect(await matching({ email: 'aino@example.org', phone: '040 1234567' }, {}, { email: '  ' }, { phone: '040 1234568' })).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is made once when two events are written down at once', async () => {
    const marketer = await region.marketer();
    const events = [await region.infoSession({ on: '2025-02-01' }), await region.infoSession({ on: '2025-02-02' })];
    const person = { name: 'Olena Koval', email: 'olena@example.org', languages: ['uk'] };
    const answers = await Promise.all(
      events.map(({ id }) => marketer('POST', region.path(`/activities/${id}/attendance`), { attendees: [{ person }] })),
    );
    for (const answer of answers) ok(answer);
    expect(await story.app.sql("select count(*)::int as made from person where email_key = 'olena@example.org'")).toEqual([{ made: 1 }]);
  });
});
