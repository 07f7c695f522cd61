/** Links belong to activities from the moment these are made; marketers change where they lead, never their codes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Named, ok, type RegionInStory, Story } from '../story.ts';
import { changeForm, firstForm, newForm } from './forms.ts';
import { changeLink, linkOf, linksOf, makeLink } from './visits.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let campaign: Named;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
  campaign = await region.campaign();
});
afterAll(() => story.end());

const post = (body: object, by = region.admin) => by('POST', region.path(`/activities/${campaign.id}/links`), body);
const page = { destination: 'https://kuusamo.fi/' };

describe('an activity', () => {
  it('has a link as soon as it is made, and so has each of its parts', async () => {
    const whole = await region.campaign({ parts: [{ channel: 'facebook' }, { channel: 'tiktok', url: 'https://tiktok.com/@kuusamo' }] });
    const links = await linksOf(region, whole);
    expect(links).toHaveLength(3);
    expect(links[0]).toMatchObject({
      activityId: whole.id,
      state: 'active',
      clicks: 0,
      target: { kind: 'form', url: `/c/${region.slug}?via=${links[0]!.code}` },
    });
    expect(links[2]).toMatchObject({ target: { kind: 'form', url: `/c/${region.slug}?via=${links[2]!.code}` } });
    expect(new Set(links.map(({ code }) => code)).size).toBe(3);
    for (const { code, url } of links) {
      expect(code).toMatch(/^[a-hjkmnp-z2-9]{7}$/);
      expect(url).toBe(`${story.app.origin}/go/${code}`);
    }
  });

  it('gets more of them, each with its place', async () => {
    const made = ok(await post({ ...page, label: 'Juliste kirjastossa', medium: 'qr' }));
    expect(made).toMatchObject({ ...page, label: 'Juliste kirjastossa', medium: 'qr', activityId: campaign.id });
    expect((await linksOf(region, campaign)).map(({ id }) => id)).toContain(made.id);
  });
});

describe('a link', () => {
  it.each([
    [{ destination: 'http://kuusamo.fi' }, 400],
    [{ destination: 'javascript:alert(1)' }, 400],
    [{ destination: 'kuusamo.fi' }, 400],
    [{ ...page, formId: '019a0000-0000-7000-8000-000000000000' }, 400],
    [{ ...page, medium: 'Two words' }, 400],
    [{ ...page, code: 'abcdefg' }, 400],
    [{ formId: '019a0000-0000-7000-8000-000000000000' }, 422],
  ])('is not made of %j', async (body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it('leads to an open form in a language of its activity, else to the first', async () => {
    const own = await story.region();
    await own.contactPerson();
    const { contactPerson } = await firstForm(own);
    const ukrainian = await newForm(own, { contactPersonId: contactPerson.id, languages: ['uk', 'en'], slug: `ukraina-${own.slug}` });
    const targetOf = async (languages: string[]) => (await linkOf(own, await own.campaign({ languages }))).target.url;
    const first = await firstForm(own);
    expect(await targetOf(['uk'])).toContain(`/c/${ukrainian.slug}?`);
    expect(await targetOf(['fi', 'uk'])).toContain(`/c/${first.slug}?`);
    expect(await targetOf(['ar'])).toContain(`/c/${first.slug}?`);
    await changeForm(own, ukrainian.id, { paused: true });
    expect(await targetOf(['uk'])).toContain(`/c/${first.slug}?`);
  });

  it('keeps its code whatever changes, and what is not named stays', async () => {
    const made = await makeLink(region, campaign, { label: 'Messut' });
    const changed = ok(await changeLink(region, made, { destination: 'https://posio.fi/', expiresOn: '2999-01-01' }));
    expect(changed).toMatchObject({ code: made.code, label: 'Messut', destination: 'https://posio.fi/', expiresOn: '2999-01-01' });
    const cleared = ok(await changeLink(region, made, { destination: null, label: null, expiresOn: null }));
    expect(cleared).toMatchObject({ code: made.code, label: null, destination: null, expiresOn: null, target: { kind: 'form' } });
  });

  it('does not end in the past: it is paused instead', async () => {
    const made = await makeLink(region, campaign);
    const answer = await changeLink(region, made, { expiresOn: '2024-12-31' });
    expect(answer.status).toBe(422);
    expect(answer.body.issues[0]).toMatchObject({ path: 'expiresOn', code: 'in_past' });
    expect(ok(await changeLink(region, made, { paused: true })).state).toBe('paused');
  });

  it('is not overwritten by whoever saw an older version', async () => {
    const made = await makeLink(region, campaign);
    const etag = (await region.admin('GET', region.path(`/links/${made.id}`))).headers.get('etag')!;
    ok(await changeLink(region, made, { label: 'Ensimmäinen' }, { 'if-match': etag }));
    expect((await changeLink(region, made, { label: 'Toinen' }, { 'if-match': etag })).status).toBe(412);
  });

  it('is read by everyone of the region, written by marketers, and unknown to others', async () => {
    const link = await linkOf(region, campaign);
    const contact = (await region.contactPerson()).browser;
    expect((await contact('GET', region.path(`/links/${link.id}`))).status).toBe(200);
    expect((await post(page, contact)).status).toBe(403);
    expect((await contact('PATCH', region.path(`/links/${link.id}`), { paused: true })).status).toBe(403);
    for (const rest of [
      `/links/${link.id}`,
      `/links/${link.id}/qr.svg`,
      `/activities/${campaign.id}/links`,
      `/activities/${campaign.id}/clicks`,
    ])
      expect((await other.admin('GET', other.path(rest))).status).toBe(404);
    expect((await other.admin('PATCH', other.path(`/links/${link.id}`), { paused: true })).status).toBe(404);
    expect((await region.admin('DELETE', region.path(`/links/${link.id}`))).status).toBe(404);
  });

  it('is drawn as a QR code in two formats, in its size', async () => {
    const link = await linkOf(region, campaign);
    const svg = await region.admin('GET', region.path(`/links/${link.id}/qr.svg`));
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    expect(svg.text).toMatch(/^<svg[^>]*viewBox/);
    const png = await region.admin('GET', region.path(`/links/${link.id}/qr.png?size=500`));
    expect(png.headers.get('content-type')).toContain('image/png');
    expect(png.headers.get('content-disposition')).toContain(`${link.code}.png`);
    expect((await region.admin('GET', region.path(`/links/${link.id}/qr.png?size=9`))).status).toBe(400);
  });
});
