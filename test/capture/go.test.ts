/** A visitor opens a tracked link: she arrives, and her click is kept once, without anything that would know her again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Named, ok, type RegionInStory, Story } from '../story.ts';
import { changeForm, firstForm } from './forms.ts';
import { changeLink, COMPUTER, kept, linkOf, type LinkInStory, makeLink, visit } from './visits.ts';

let story: Story;
let region: RegionInStory;
let campaign: Named;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region({ name: 'Koillismaa' });
  campaign = await region.campaign({ title: 'Nupit Koilliseen – talvi', channel: 'instagram' });
});
afterAll(() => story.end());

const link = (fields: object = {}): Promise<LinkInStory> => makeLink(region, campaign, fields);

describe('a tracked link', () => {
  it('leads to its page with where the visitor comes from, and is never cached', async () => {
    const { code } = await link({ destination: 'https://kuusamo.fi/tyo?kieli=en#haku', medium: 'paid_social' });
    const answer = await visit(story, code);
    expect(answer.status).toBe(302);
    expect(answer.location).toBe(
      `https://kuusamo.fi/tyo?kieli=en&utm_source=instagram&utm_medium=paid_social&utm_campaign=nupit-koilliseen-talvi&via=${code}#haku`,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('leaves what its page says of itself already', async () => {
    const { code } = await link({ destination: 'https://kuusamo.fi/?utm_source=meta&utm_campaign=oma' });
    expect((await visit(story, code)).location).toBe(`https://kuusamo.fi/?utm_source=meta&utm_campaign=oma&utm_medium=link&via=${code}`);
  });

  it('is found however its code is typed', async () => {
    const { code } = await link();
    expect((await visit(story, code.toUpperCase())).status).toBe(302);
  });

  it('leads to another page from the moment it is changed, with the same code', async () => {
    const made = await link();
    await visit(story, made.code);
    ok(await changeLink(region, made, { destination: 'https://taivalkoski.fi/' }));
    expect((await visit(story, made.code)).location).toMatch(/^https:\/\/taivalkoski\.fi\//);
  });

  it("leads to its activity's own page when it names none and the region has no form, and says so when there is none yet", async () => {
    const form = await firstForm(region);
    await changeForm(region, form.id, { archived: true });
    const video = await region.activity({ kind: 'influencer_video', url: 'https://youtu.be/abc', channel: 'youtube' });
    const { code } = await linkOf(region, video);
    expect((await visit(story, code)).location).toMatch(/^https:\/\/youtu\.be\/abc\?utm_source=youtube/);
    const bare = await linkOf(region, await region.activity({ url: 'http://vanha.example/' }));
    const answer = await visit(story, bare.code, { 'accept-language': 'en' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Koillismaa');
    expect(await kept(story, bare)).toEqual([]);
    await changeForm(region, form.id, { archived: false });
    const later = await linkOf(region, await region.activity());
    expect((await visit(story, later.code)).location).toBe(`/c/${form.slug}?via=${later.code}`);
  });
});

describe('a click', () => {
  it('keeps when, whence, in which language and with what, and nothing else', async () => {
    const made = await link();
    const before = Date.now();
    await visit(story, made.code, {
      'user-agent': COMPUTER,
      'accept-language': 'uk-UA,uk;q=0.9,en;q=0.5',
      referer: 'https://m.facebook.com/story?id=7',
    });
    const [click] = await kept(story, made);
    expect(Object.keys(click!).sort()).toEqual(['at', 'device', 'id', 'language', 'link_id', 'referrer', 'region_id', 'visitor']);
    expect(click).toMatchObject({ referrer: 'm.facebook.com', language: 'uk', device: 'desktop', visitor: null });
    expect(click!.at.getTime()).toBeGreaterThanOrEqual(before);
  });

  it('is in the database when the visitor is sent on, and counted on its day', async () => {
    const made = await link();
    await Promise.all(Array.from({ length: 40 }, () => visit(story, made.code)));
    expect(await kept(story, made)).toHaveLength(40);
    expect(ok(await region.admin('GET', region.path(`/links/${made.id}`))).clicks).toBe(40);
  });

  it('counts once for a visitor within the hour, of each link', async () => {
    const [first, second] = [await link(), await link()];
    for (const { code } of [first, first, second, first]) await visit(story, code, { from: '203.0.113.7' });
    await visit(story, first.code, { from: '203.0.113.7', 'user-agent': COMPUTER });
    expect(await kept(story, first)).toHaveLength(2);
    expect(await kept(story, second)).toHaveLength(1);
  });

  it.each([
    ['a search engine', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    ['a link previewer', { 'user-agent': 'WhatsApp/2.23.20.0' }],
    ['another previewer', { 'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' }],
    ['a program', { 'user-agent': 'curl/8.5.0' }],
    ['somebody who does not say what', { 'user-agent': '' }],
    ['a browser that fetches ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['a question for the head alone', { method: 'HEAD' }],
  ])('of %s leads on and is not counted', async (_, headers) => {
    const made = await link();
    expect((await visit(story, made.code, headers as Record<string, string>)).status).toBe(302);
    expect(await kept(story, made)).toEqual([]);
  });

  it('survives headers of any shape', async () => {
    const made = await link();
    const answer = await visit(story, made.code, {
      'accept-language': '*;q=x',
      referer: `https://${'a'.repeat(3000)}.example`,
      from: ', ,',
    });
    expect(answer.status).toBe(302);
    expect(await kept(story, made)).toMatchObject([{ referrer: null, language: null }]);
  });

  it('has a hash of its visitor only where the region switched that on; the same for a day', async () => {
    const careful = await story.region();
    const activity = await careful.campaign();
    const [first, second] = [await makeLink(careful, activity), await makeLink(careful, activity)];
    await visit(story, first.code, { from: '203.0.113.9' });
    ok(await careful.admin('PATCH', careful.path(''), { visitorHash: true }));
    for (const from of ['203.0.113.10', '203.0.113.11']) {
      await visit(story, second.code, { from });
    }
    const third = await makeLink(careful, activity);
    await visit(story, third.code, { from: '203.0.113.10' });
    expect((await kept(story, first)).map(({ visitor }) => visitor)).toEqual([null]);
    const [one, other] = await kept(story, second);
    expect(one!.visitor).toHaveLength(16);
    expect(one!.visitor).not.toEqual(other!.visitor);
    expect((await kept(story, third))[0]!.visitor).toEqual(one!.visitor);
    expect(ok(await careful.admin('GET', careful.path(`/activities/${activity.id}/clicks`))).visitors).toBe(2);
  });

  it('of several regions at once goes to each its own', async () => {
    const other = await story.region();
    const theirs = await makeLink(other, await other.campaign());
    const ours = await link();
    await Promise.all(Array.from({ length: 20 }, (_, at) => visit(story, at % 2 ? ours.code : theirs.code)));
    const rows = await story.app.sql<{ slug: string; clicks: number }>(
      `select r.slug, count(*)::int as clicks from click c join region r on r.id = c.region_id where c.link_id = any($1) group by 1 order by 1`,
      [[ours.id, theirs.id]],
    );
    expect(rows).toEqual([
      { slug: region.slug, clicks: 10 },
      { slug: other.slug, clicks: 10 },
    ]);
  });
});

describe('a link that leads nowhere', () => {
  it('is told apart from an unknown one, in the language of the visitor', async () => {
    for (const [asked, title] of [
      ['en-GB,en', 'This link was not found'],
      ['sv', 'Länken hittades inte'],
      ['de,fi;q=0.5', 'Linkkiä ei löytynyt'],
      ['', 'Linkkiä ei löytynyt'],
    ]) {
      const answer = await visit(story, 'zzzzzzz', { 'accept-language': asked! });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(title);
    }
    expect((await visit(story, 'zzzzzzz')).headers.get('x-content-type-options')).toBe('nosniff');
    for (const code of ['no', `${'a'.repeat(190)}`, '%00', 'abcdefg/more', '0o1li00']) expect((await visit(story, code)).status).toBe(404);
  });

  it('while it is paused says so, counts nothing, and goes on when it is resumed', async () => {
    const made = await link();
    await visit(story, made.code);
    ok(await changeLink(region, made, { paused: true }));
    const answer = await visit(story, made.code, { 'accept-language': 'en' });
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('not in use now');
    ok(await changeLink(region, made, { paused: false }));
    expect((await visit(story, made.code)).status).toBe(302);
    expect(await kept(story, made)).toHaveLength(2);
  });

  it('after its last day says so', async () => {
    const made = await link();
    await story.app.sql('update link set expires_on = current_date - 2 where id = $1', [made.id]);
    expect((await visit(story, made.code)).status).toBe(410);
  });

  it('lets no markup through from the name of a region', async () => {
    const odd = await story.region({ name: '<b>Alue</b>' });
    const { code } = await linkOf(odd, await odd.campaign());
    expect(await (await visit(story, code)).text()).not.toContain('<b>Alue');
  });
});
