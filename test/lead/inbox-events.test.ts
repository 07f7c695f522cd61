/** The inbox hears what others do, and nothing of what it may not see. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, PASSWORD, type RegionInStory, Story } from '../story.ts';
import { StreamInStory } from './inbox-stream.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let matti: ContactPersonInStory;
let cookie: string;
const opened: StreamInStory[] = [];
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson({ email: 'liisa@alue.example' });
  matti = await region.contactPerson({ email: 'matti@alue.example' });
  cookie = await cookieOf('liisa@alue.example');
});
afterEach(() => {
  for (const stream of opened.splice(0)) stream.close();
});
afterAll(() => story?.end());

const cookieOf = async (email: string): Promise<string> => {
  const { headers } = await story.app.browser()('POST', '/session', { email, password: PASSWORD });
  return headers.getSetCookie()[0]!.split(';')[0]!;
};
const listen = async (as = cookie, where = region): Promise<StreamInStory> => {
  const stream = await StreamInStory.open(where, as);
  opened.push(stream);
  return stream;
};

describe('an open inbox', () => {
  it('hears of every kind of change that a colleague makes', async () => {
    const fair = await region.recruitmentEvent({ contactPerson: liisa, on: '2026-02-01' });
    const stream = await listen();
    const lead = await region.lead({ by: liisa, createdAt: '2026-01-01T10:00:00Z' });
    const told = async (change: () => Promise<unknown>) => {
      const before = stream.events.length;
      await change();
      await stream.until(({ events }) => events.slice(before).some(({ leads }) => leads?.includes(lead.id)));
    };
    await stream.until(({ leads }) => leads.includes(lead.id));
    await told(() => lead.post('/notes', { text: 'Soitin.', contact: true }, matti.browser));
    await told(() => lead.post('/touches', { activityId: fair.id, how: 'attendance' }, matti.browser));
    await told(() => lead.post('/stage', { stage: 'contacted' }, matti.browser));
    await told(() => lead.settles('2026-06-01'));
    await told(() => lead.post('/owner', { contactPersonId: matti.id }, matti.browser));
  });

  it('hears once of what is written at once, and not of what fails', async () => {
    const stream = await listen();
    const refused = await region.lead({ by: liisa });
    await stream.until(({ leads }) => leads.includes(refused.id));
    const before = stream.events.length;
    expect((await refused.post('/stage', { stage: 'nowhere' })).status).toBe(422);
    const lead = await region.lead({ by: liisa, metAt: ['own_initiative', 'referral'] });
    await stream.until(({ leads }) => leads.includes(lead.id));
    expect(stream.events.slice(before)).toEqual([{ leads: [lead.id] }]);
  });

  it("hears nothing of another region, of another partner's leads, or of her colleagues' protected persons", async () => {
    const neighbour = await region.partner('Naapurikunta');
    const stranger = await region.contactPerson({ partnerId: neighbour.id });
    const elsewhere = await story.region();
    const stream = await listen();
    await elsewhere.lead();
    await region.lead({ by: stranger });
    await region.lead({ by: matti, person: { name: 'Turvakielto', languages: [], protected: true } });
    const last = await region.lead({ by: matti });
    await stream.until(({ leads }) => leads.includes(last.id));
    expect(stream.events).toEqual([{ leads: [last.id] }]);
  });

  it('hears of a lead that leaves her sight, that once', async () => {
    const partner = await region.partner('Toinen kunta');
    const stranger = await region.contactPerson({ partnerId: partner.id });
    const lead = await region.lead({ by: liisa });
    const stream = await listen();
    ok(await lead.post('/owner', { contactPersonId: stranger.id }));
    await stream.until(({ leads }) => leads.includes(lead.id));
    await story.app.sql("update owner_change set at = now() - interval '2 minutes' where lead_id = $1", [lead.id]);
    const before = stream.events.length;
    ok(await lead.post('/notes', { text: 'Meillä nyt.' }, stranger.browser));
    const last = await region.lead({ by: liisa });
    await stream.until(({ leads }) => leads.includes(last.id));
    expect(stream.events.slice(before)).toEqual([{ leads: [last.id] }]);
  });

  it('hears what another process of the service wrote', async () => {
    const lead = await region.lead({ by: liisa });
    const { id: regionId } = ok(await region.admin('GET', region.path('')));
    const stream = await listen();
    await story.app.sql('select pg_notify($1, $2)', ['suppilo_news', JSON.stringify({ regionId, ids: [lead.id] })]);
    await stream.until(({ leads }) => leads.includes(lead.id));
  });

  it('looks at everything anew when the connection to the database was lost', async () => {
    const stream = await listen();
    await story.app.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'suppilo news' and datname = current_database()",
    );
    await stream.until(({ events }) => events.some(({ leads }) => leads === null));
    const lead = await region.lead({ by: liisa });
    await stream.until(({ leads }) => leads.includes(lead.id));
  });

  it('ends when she signs out, before it tells anything more', async () => {
    const hers = await cookieOf('liisa@alue.example');
    const stream = await listen(hers);
    await fetch(`${story.app.origin}/api/v1/session`, { method: 'DELETE', headers: { cookie: hers, origin: story.app.origin } });
    await region.lead({ by: liisa });
    await stream.until(({ over }) => over !== undefined);
    expect({ over: stream.over, events: stream.events }).toEqual({ over: 'end', events: [] });
  });

  it('is one of six that she may have: one more ends the oldest', async () => {
    const streams = [];
    for (let many = 0; many < 7; many += 1) streams.push(await listen());
    await streams[0]!.until(({ over }) => over === 'end');
    expect(streams.slice(1).map(({ over }) => over)).toEqual(Array(6).fill(undefined));
  });

  it('opens for who may see persons alone', async () => {
    await region.member(['manager'], { email: 'johtaja@alue.example' });
    await expect(listen(await cookieOf('johtaja@alue.example'))).rejects.toThrow('403');
    await expect(listen('')).rejects.toThrow('401');
    await expect(listen(cookie, await story.region())).rejects.toThrow('404');
  });

  it('does not keep the service from stopping, and may come back', async () => {
    const other = await Story.begin();
    const there = await other.region();
    await there.contactPerson({ email: 'liisa@muualla.example' });
    const { headers } = await other.app.browser()('POST', '/session', { email: 'liisa@muualla.example', password: PASSWORD });
    const stream = await listen(headers.getSetCookie()[0]!.split(';')[0]!, there);
    await other.end();
    await stream.until(({ over }) => over === 'broken');
  });
});
