/** Who sees persons (rule 8): the owner, her substitute, her partner's contact persons and admins; protected ones the owner alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let naturpolis: { id: string };
/** Of the region's first partner, as the first admin is. */
let liisa: ContactPersonInStory;
let laura: ContactPersonInStory;
/** Of another partner. */
let olena: ContactPersonInStory;
let herAdmin: Browser;
let manager: Browser;
let marketer: Browser;
let neighbour: ContactPersonInStory;

beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  other = await story.region();
  naturpolis = ok(
    await region.admin('POST', region.path('/partners'), { name: 'Naturpolis', basis: 'legitimate_interest', noticeVersion: '7' }),
  );
  liisa = await region.contactPerson();
  laura = await region.contactPerson();
  olena = await region.contactPerson({ partnerId: naturpolis.id });
  herAdmin = (await region.member(['admin'], { partnerId: naturpolis.id })).browser;
  manager = await region.manager();
  marketer = await region.marketer();
  neighbour = await other.contactPerson();
});
afterAll(() => story?.end());

const sees = async (browser: Browser, lead: { id: string }) => {
  const page = await browser('GET', region.path(`/leads/${lead.id}`));
  expect([200, 404]).toContain(page.status);
  const listed = ok(await browser('GET', region.path('/leads?limit=200'))).items.some(({ id }: { id: string }) => id === lead.id);
  expect(listed).toBe(page.status === 200);
  return listed;
};
const whoSees = async (lead: { id: string }) => ({
  liisa: await sees(liisa.browser, lead),
  laura: await sees(laura.browser, lead),
  admin: await sees(region.admin, lead),
  olena: await sees(olena.browser, lead),
  herAdmin: await sees(herAdmin, lead),
});
const unowned = async (touches: unknown[]) =>
  ok(await region.admin('POST', region.path('/leads'), { person: { name: 'Yhteinen Saapuja', languages: [] }, intent: 'move', touches }));

describe('a lead with an owner', () => {
  it("is seen by her partner's contact persons and admins, and by nobody of another partner", async () => {
    expect(await whoSees(await region.lead({ by: liisa }))).toEqual({
      liisa: true,
      laura: true,
      admin: true,
      olena: false,
      herAdmin: false,
    });
    expect(await whoSees(await region.lead({ by: olena }))).toEqual({
      liisa: false,
      laura: false,
      admin: false,
      olena: true,
      herAdmin: true,
    });
  });

  it('is reachable to no one whose role reads no leads, nor from outside', async () => {
    const lead = await region.lead({ by: liisa });
    const routes: [string, string, unknown?][] = [
      ['GET', '/leads'],
      ['GET', `/leads/${lead.id}`],
      ['PATCH', `/leads/${lead.id}`, {}],
      ['GET', '/board'],
      ['GET', '/leads/duplicates?name=x'],
      ['POST', '/leads', { person: { name: 'X', languages: [] }, intent: 'move' }],
      ['GET', `/persons/${randomUUID()}`],
      ['PATCH', `/persons/${randomUUID()}`, {}],
    ];
    for (const [method, path, body] of routes) {
      for (const browser of [manager, marketer])
        expect([path, (await browser(method, region.path(path), body)).status]).toEqual([path, 403]);
      expect([path, (await neighbour.browser(method, region.path(path), body)).status]).toEqual([path, 404]);
      expect([path, (await story.app.browser()(method, region.path(path), body)).status]).toEqual([path, 401]);
    }
  });

  it('is not there in another region, and nor is its person', async () => {
    const lead = await region.lead({ by: liisa });
    const { person } = await lead.read();
    for (const path of [`/leads/${lead.id}`, `/persons/${person.id}`]) {
      expect((await neighbour.browser('GET', other.path(path))).status).toBe(404);
      expect((await neighbour.browser('PATCH', other.path(path), {})).status).toBe(404);
    }
    const taken = await neighbour.browser('POST', other.path('/leads'), { person: { id: person.id }, intent: 'move' });
    expect([taken.status, taken.body.issues[0].path]).toEqual([422, 'person.id']);
    expect((await neighbour.browser('GET', other.path('/leads'))).body.total).toBe(0);
  });

  it('is seen by the substitute of its owner, as long as she stands in', async () => {
    const lead = await region.lead({ by: liisa });
    const today = new Date().toISOString().slice(0, 10);
    ok(
      await region.admin('PUT', region.path(`/contact-persons/${liisa.id}/away`), {
        from: today,
        to: '2099-01-01',
        substituteId: olena.id,
      }),
    );
    expect(await sees(olena.browser, lead)).toBe(true);
    ok(await region.admin('PUT', region.path(`/contact-persons/${liisa.id}/away`), { from: null }));
    expect(await sees(olena.browser, lead)).toBe(false);
  });

  it('goes out of view with a new owner of another partner', async () => {
    const lead = await region.lead({ by: liisa });
    ok(await liisa.browser('POST', region.path(`/leads/${lead.id}/owner`), { contactPersonId: olena.id }));
    expect(await whoSees(lead)).toEqual({ liisa: false, laura: false, admin: false, olena: true, herAdmin: true });
    expect((await lead.read(olena.browser)).partner.name).toBe('Naturpolis');
  });
});

describe('a lead without an owner', () => {
  it("is seen by all contact persons, and by admins of its first touch's activity's partner", async () => {
    expect(await whoSees(await unowned([]))).toEqual({ liisa: true, laura: true, admin: true, olena: true, herAdmin: false });
    const activity = await region.campaign({ contactPerson: olena, partnerId: naturpolis.id });
    const lead = await region.lead({ by: olena, metAt: activity });
    await story.app.sql('update lead set owner_id = null where id = $1', [lead.id]);
    expect(await whoSees(lead)).toEqual({ liisa: true, laura: true, admin: false, olena: true, herAdmin: true });
  });

  it("starts with the basis of its partner, in that partner's version of the notice", async () => {
    const basisOf = (lead: { timeline: { type: string }[] }) => lead.timeline.find(({ type }) => type === 'basis');
    const hers = await (await region.lead({ by: olena })).read();
    expect(basisOf(hers)).toMatchObject({ basis: { kind: 'legitimate_interest', noticeVersion: '7' } });
    expect(basisOf(await unowned([]))).toMatchObject({ basis: { kind: 'public_task', noticeVersion: '1' } });
  });
});

describe('a protected person', () => {
  let hidden: LeadInStory;
  beforeEach(async () => {
    hidden = await region.lead({
      by: liisa,
      municipality: '305',
      person: { name: 'Salainen Suojattu', email: 'salainen@example.org', languages: ['fi'], protected: true },
    });
  });

  it('is seen by the owner alone', async () => {
    expect(await whoSees(hidden)).toEqual({ liisa: true, laura: false, admin: false, olena: false, herAdmin: false });
    const today = new Date().toISOString().slice(0, 10);
    ok(
      await region.admin('PUT', region.path(`/contact-persons/${liisa.id}/away`), {
        from: today,
        to: '2099-01-01',
        substituteId: laura.id,
      }),
    );
    expect(await sees(laura.browser, hidden)).toBe(false);
    ok(await region.admin('PUT', region.path(`/contact-persons/${liisa.id}/away`), { from: null }));
  });

  it('has her municipality on her own page, and in no list', async () => {
    expect((await hidden.read()).municipality).toBe('305');
    const listed = ok(await liisa.browser('GET', region.path('/leads?q=salainen'))).items;
    expect(listed.every(({ municipality }: { municipality: string | null }) => municipality === null)).toBe(true);
    expect(ok(await liisa.browser('GET', region.path('/leads?q=salainen&municipality=305'))).total).toBe(0);
    const board = ok(await liisa.browser('GET', region.path('/board?q=salainen')));
    expect(board.columns[0].items[0].municipality).toBeNull();
  });

  it('is no possible duplicate to anybody else', async () => {
    const ask = async (browser: Browser) => ok(await browser('GET', region.path('/leads/duplicates?email=salainen@example.org'))).items;
    expect(await ask(laura.browser)).toEqual([]);
    expect((await ask(liisa.browser)).length).toBeGreaterThan(0);
  });

  it('always has an owner', async () => {
    const answer = await region.admin('POST', region.path('/leads'), {
      person: { name: 'Suojattu', languages: [], protected: true },
      intent: 'move',
    });
    expect([answer.status, answer.body.code, answer.body.issues[0].path]).toEqual([422, 'protected_needs_owner', 'contactPersonId']);
    const lead = await unowned([]);
    const protect = await liisa.browser('PATCH', region.path(`/persons/${lead.person.id}`), { protected: true });
    expect([protect.status, protect.body.code, protect.body.issues[0].path]).toEqual([422, 'protected_needs_owner', 'protected']);
  });

  it('becomes so by who sees her', async () => {
    const lead = await region.lead({ by: liisa });
    const { person } = await lead.read();
    ok(await laura.browser('PATCH', region.path(`/persons/${person.id}`), { protected: true }));
    expect(await sees(laura.browser, lead)).toBe(false);
    expect((await laura.browser('GET', region.path(`/persons/${person.id}`))).status).toBe(404);
  });
});

describe('a lead logged into the hands of another partner', () => {
  it('answers who logged it what she sent, and nothing of what becomes of it', async () => {
    const id = randomUUID();
    const body = {
      id,
      person: { name: 'Kauko Kaukainen', phone: '0401112223', languages: ['fi'] },
      intent: 'move',
      contactPersonId: olena.id,
      note: 'Soita iltapäivällä.',
    };
    const answer = ok(await liisa.browser('POST', region.path('/leads'), body));
    expect(answer).toMatchObject({ id, person: { name: 'Kauko Kaukainen', phone: '0401112223' }, owner: { id: olena.id }, timeline: [] });
    expect(await sees(liisa.browser, { id })).toBe(false);

    ok(await olena.browser('PATCH', region.path(`/persons/${answer.person.id}`), { phone: '0509998887' }));
    ok(await olena.browser('POST', region.path(`/leads/${id}/notes`), { text: 'Terveydestä ei puhuta muille.' }));
    const again = await liisa.browser('POST', region.path('/leads'), body);
    expect([again.status, again.body.person.phone]).toEqual([201, '0401112223']);
    expect(again.text).not.toMatch(/0509998887|Terveydestä/);
    const stranger = await laura.browser('POST', region.path('/leads'), body);
    expect([stranger.status, stranger.body.code]).toEqual([409, 'id_taken']);
  });
});

describe('the pages of persons', () => {
  it('are read into the audit', async () => {
    const lead = await region.lead({ by: liisa });
    const { person } = await lead.read();
    const reads = () =>
      story.app.sql<{ actor: string; key: { id: string; leadId?: string } }>(
        `select u.name as actor, a.row_key as key from audit a join app_user u on u.id = a.actor_id
       where a.action = 'read' and a.table_name = 'person' and a.row_key ->> 'id' = $1 order by a.id`,
        [person.id],
      );
    const before = (await reads()).length;
    await lead.read(laura.browser);
    ok(await laura.browser('GET', region.path(`/persons/${person.id}`)));
    await lead.read(olena.browser).catch(() => undefined);
    expect((await reads()).slice(before)).toEqual([
      { actor: laura.name, key: { id: person.id, leadId: lead.id } },
      { actor: laura.name, key: { id: person.id } },
    ]);
  });

  it('are corrected without losing what is not named, and never over somebody else', async () => {
    const lead = await region.lead({ by: liisa, person: { name: 'Vanha Nimi', email: 'vanha@example.org', languages: ['fi', 'sv'] } });
    const { person } = await lead.read();
    const page = await laura.browser('GET', region.path(`/persons/${person.id}`));
    const etag = page.headers.get('etag')!;
    const changed = ok(
      await liisa.browser('PATCH', region.path(`/persons/${person.id}`), { name: 'Uusi Nimi', email: null }, { 'if-match': etag }),
    );
    expect(changed).toEqual({ id: person.id, name: 'Uusi Nimi', email: null, phone: null, languages: ['fi', 'sv'], protected: false });
    expect((await laura.browser('PATCH', region.path(`/persons/${person.id}`), { name: 'Väärä' }, { 'if-match': etag })).status).toBe(412);
    const audit = await story.app.sql<{ columns: string[]; before: unknown }>(
      `select columns, before from audit where table_name = 'person' and action = 'update' and row_key ->> 'id' = $1`,
      [person.id],
    );
    expect(audit).toEqual([{ columns: expect.arrayContaining(['email', 'name']), before: null }]);
  });
});

describe('a merged lead', () => {
  it('is read through the one it was merged into', async () => {
    const kept = await region.lead({
      by: liisa,
      createdOn: '2025-01-05',
      metAt: { activity: await region.campaign(), at: '2025-01-04T10:00:00Z' },
    });
    const gone = await region.lead({ by: liisa, createdOn: '2025-01-02', metAt: { how: 'own_initiative', at: '2025-01-01T10:00:00Z' } });
    await story.app.sql('update lead set merged_into = $1 where id = $2', [kept.id, gone.id]);
    const page = await gone.read();
    expect(page).toMatchObject({ id: kept.id, source: { how: 'own_initiative' } });
    expect(page.timeline.filter(({ type }: { type: string }) => type === 'touch')).toHaveLength(2);
    const listed = ok(await liisa.browser('GET', region.path('/leads?limit=200'))).items.map(({ id }: { id: string }) => id);
    expect([listed.includes(kept.id), listed.includes(gone.id)]).toEqual([true, false]);
  });
});

describe('the rule that reports go by', () => {
  it('lets everybody see the same leads as the list does', async () => {
    for (const browser of [liisa.browser, laura.browser, region.admin, olena.browser, herAdmin, manager, marketer]) {
      const { user, memberships } = ok(await browser('GET', '/session'));
      const list = await browser('GET', region.path('/leads?limit=200'));
      const listed = list.status === 403 ? [] : ok(list).items.map(({ id }: { id: string }) => id);
      const seen = await story.app.sql<{ id: string }>(
        `select l.id from lead l join region r on r.id = l.region_id
         where r.slug = $1 and l.merged_into is null and sees_person_of(l.region_id, l.id, $2, $3)`,
        [region.slug, user.id, memberships[0].roles],
      );
      expect(seen.map(({ id }) => id).sort()).toEqual(listed.sort());
    }
  });
});
