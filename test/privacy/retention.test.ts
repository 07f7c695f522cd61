/** Delete-after: announced a month before to the owner, then erased by the nightly job, however often it is cut off. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Retention } from '../../src/privacy/retention.service.ts';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson({ profile: { title: 'Ohjaaja', languages: ['fi'], municipalities: [] } });
});
afterAll(() => story?.end());

const night = () => story.app.nest.get(Retention).sweep();
const monthsAgo = (months: number, days = 0) => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() - months);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString();
};
const name = async (lead: LeadInStory) => (await lead.read()).person.name;
const dueSoon = async (by = liisa.browser) =>
  ok(await by('GET', region.path('/deletions'))).items.map(({ leadId }: { leadId: string }) => leadId);
/** As if what was announced so far had been announced a month earlier. */
const aMonthLater = () => story.app.sql("update deletion_notice set announced_at = announced_at - interval '31 days'");
const person = (who: string) => ({ person: { name: who, email: `${who.toLowerCase()}@example.org`, languages: ['fi'] } });

it('announces to the owner how many, never whose; and erases only when a month has passed', async () => {
  const old = await region.lead({ ...person('Vanhentunut'), createdAt: monthsAgo(25), note: 'Vanha toive' });
  const soon = await region.lead({ ...person('Pian'), createdAt: monthsAgo(24, 10) });
  const fresh = await region.lead({ ...person('Tuore'), createdAt: monthsAgo(3) });
  await night();
  await night();

  expect(await dueSoon()).toEqual([old.id, soon.id]);
  const mails = await story.app.sql<{ subject: string; text: string }>("select subject, text from mail where kind = 'deletion_notice'");
  expect(mails).toHaveLength(1);
  expect(mails[0]!.subject).toMatch(/^2 liidin tiedot poistetaan/);
  expect(mails[0]!.text).toContain(`/r/${region.slug}/privacy/deletions`);
  expect(mails[0]!.text).not.toMatch(/Vanhentunut|Pian/);
  expect(await name(old)).toBe('Vanhentunut');
  expect(ok(await liisa.browser('GET', region.path(`/persons/${(await old.read()).person.id}/privacy`))).leads).toMatchObject([
    { announced: true },
  ]);

  await aMonthLater();
  await night();
  expect([await name(old), await name(soon), await name(fresh)]).toEqual(['', 'Pian', 'Tuore']);
  expect(await dueSoon()).toEqual([soon.id]);
});

it('leaves alone who was in touch meanwhile', async () => {
  const lead = await region.lead({ ...person('Palaava'), createdAt: monthsAgo(25) });
  await night();
  ok(await lead.post('/notes', { text: 'Soitti taas', contact: true }));
  await aMonthLater();
  await night();
  expect(await name(lead)).toBe('Palaava');
  expect(await dueSoon()).not.toContain(lead.id);
});

it('erases the words of an old lead alone, while the person has another that is kept', async () => {
  const lead = await region.lead({ ...person('Kahdesti'), createdAt: monthsAgo(30), note: 'Ensimmäinen kerta' });
  const { id } = (await lead.read()).person;
  const second = ok(await liisa.browser('POST', region.path('/leads'), { person: { id }, intent: 'work', note: 'Toinen kerta' }));
  await night();
  await aMonthLater();
  await night();
  const words = async (leadId: string) =>
    ok(await liisa.browser('GET', region.path(`/leads/${leadId}`))).timeline.flatMap(
      ({ note }: { note?: { text: string } }) => note?.text ?? [],
    );
  expect(await words(lead.id)).toEqual(['']);
  expect(await words(second.id)).toEqual(['Toinen kerta']);
  expect(await name(lead)).toBe('Kahdesti');
});

it('ends also who only attended something, and evidence when its day is over', async () => {
  const programme = ok(
    await region.admin('POST', region.path('/programmes'), {
      name: 'Vanha hanke',
      startsOn: '2020-01-01',
      endsOn: '2021-12-31',
      budgetCents: 1,
      keepUntil: '2099-12-31',
    }),
  );
  const workshop = await region.activity({
    kind: 'workshop',
    title: 'Työpaja',
    channel: 'event',
    programmeId: programme.id,
    on: '2021-04-01',
  });
  ok(
    await liisa.browser('POST', region.path(`/activities/${workshop.id}/attendance`), {
      headcount: 2,
      attendees: [{ person: { name: 'Osallistunut', languages: [] } }],
    }),
  );
  const stored = async () =>
    (
      await story.app.sql<{ name: string | null; because: string | null }>(
        "select name, restricted_because as because from person where created_at < '2021-01-01'",
      )
    )[0];
  await story.app.sql("update person set created_at = '2020-06-01' where name = 'Osallistunut'");
  await story.app.sql("update attendee set created_at = '2020-06-01' where activity_id = $1", [workshop.id]);
  await night();
  await aMonthLater();
  await night();
  expect(await stored()).toEqual({ name: 'Osallistunut', because: 'evidence' });
  await story.app.sql("update programme set keep_until = '2025-01-01' where id = $1", [programme.id]);
  await story.app.sql("update person set restricted_until = '2025-01-01' where restricted_because = 'evidence'");
  await night();
  expect(await stored()).toEqual({ name: null, because: null });
});

it('shows nobody what she does not see', async () => {
  const lead = await region.lead({ person: { name: 'Suojattu', languages: [], protected: true }, createdAt: monthsAgo(25) });
  await night();
  expect(await dueSoon()).toContain(lead.id);
  expect(await dueSoon(region.admin)).not.toContain(lead.id);
  expect((await (await region.marketer())('GET', region.path('/deletions'))).status).toBe(403);
});

it('cut off after the first person, does the rest at the next run, and announces nobody twice', async () => {
  const home = await story.region();
  const olga = await home.contactPerson();
  const leads = [];
  for (const who of ['Eka', 'Toka', 'Kolmas'])
    leads.push(await home.lead({ by: olga, person: { name: who, email: `${who}@example.org`, languages: [] }, createdAt: monthsAgo(25) }));
  const ids = leads.map(({ id }) => id);
  const notices = async () =>
    (await story.app.sql<{ n: number }>('select count(*)::int as n from deletion_notice where lead_id = any($1)', [ids]))[0]!.n;
  const erased = async () =>
    (
      await story.app.sql<{ n: number }>(
        'select count(*)::int as n from lead l join person p on p.region_id = l.region_id and p.id = l.person_id where l.id = any($1) and p.erased_at is not null',
        [ids],
      )
    )[0]!.n;
  const mails = async () => (await story.app.sql("select from mail where kind = 'deletion_notice'")).length;
  await night();
  const told = await mails();
  expect(await notices()).toBe(3);
  await aMonthLater();
  // The database ends the run at the second person, as a lost connection would.
  await story.app.sql(`create function cut_off() returns trigger language plpgsql as $$ begin
    if (select count(*) from person where name is null and id in (select person_id from lead where id = any('{${ids.join(',')}}'))) >= 1
    then raise exception 'cut off'; end if; return new; end $$`);
  await story.app.sql('create trigger cut_off before update on person for each row execute function cut_off()');
  await expect(night()).rejects.toThrow('cut off');
  await story.app.sql('drop function cut_off cascade');
  expect(await erased()).toBeLessThan(3);
  await night();
  await night();
  expect(await erased()).toBe(3);
  expect(await notices()).toBe(3);
  expect(await mails()).toBe(told);
});
