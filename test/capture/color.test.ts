/** A region's colour: on its QR codes and public pages, allowed by the page's own policy, and on no other region's. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, type RegionInStory, Story } from '../story.ts';
import { firstForm } from './forms.ts';
import { Visitor } from './visitor.ts';

const RED = '#8c1d2f';
const PRODUCT = '#0d5c63';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
  for (const one of [region, other]) await one.contactPerson();
  ok(await region.admin('PATCH', region.path(''), { color: RED.toUpperCase() }));
});
afterAll(() => story.end());

const pageOf = async (one: RegionInStory) => new Visitor(story.app).open(`/c/${(await firstForm(one)).slug}`);
const codeOf = async (one: RegionInStory) => (await one.admin('GET', one.path(`/forms/${(await firstForm(one)).id}/qr.svg`))).text;

describe("a region's colour", () => {
  it('is told in small letters; a region without one has the product’s', async () => {
    expect(ok(await region.admin('GET', region.path(''))).color).toBe(RED);
    expect(ok(await other.admin('GET', other.path(''))).color).toBeNull();
  });

  it('is on its QR codes alone', async () => {
    expect(await codeOf(region)).toContain(RED);
    expect(await codeOf(region)).not.toContain(PRODUCT);
    expect(await codeOf(other)).toContain(PRODUCT);
    expect(await codeOf(other)).not.toContain(RED);
  });

  it('is on its form, in a style that the page allows, and not on the form of another', async () => {
    const page = await pageOf(region);
    const style = /<style>(.*?)<\/style>/s.exec(page.text)![1]!;
    expect(style).toContain(`--lake:${RED}`);
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
    expect((await pageOf(other)).text).not.toContain(RED);
  });

  it('goes back to the product’s', async () => {
    ok(await region.admin('PATCH', region.path(''), { color: null }));
    expect(await codeOf(region)).toContain(PRODUCT);
    expect((await pageOf(region)).text).not.toContain(RED);
  });
});
