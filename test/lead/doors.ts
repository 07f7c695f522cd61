/** Who gets through the door of a lead's verb, and how each of the others is turned away. */
import { expect } from '@jest/globals';
import type { Browser } from '../app.ts';
import type { RegionInStory } from '../story.ts';

/**
 * Asks `path` of a lead's row as everybody who must not: unsigned, a marketer, a manager, a contact person of another partner,
 * an admin of another region.
 */
export async function expectClosed(region: RegionInStory, path: string, body: Record<string, unknown>): Promise<void> {
  const partner = await region.partner(`Naapuri ${path.length}-${Date.now()}`);
  const other = await region.story.region();
  const turned: [string, Browser, string, number][] = [
    ['unsigned', region.story.app.browser(), region.path(path), 401],
    ['a marketer', await region.marketer(), region.path(path), 403],
    ['a manager', await region.manager(), region.path(path), 403],
    ["another partner's contact person", (await region.contactPerson({ partnerId: partner.id })).browser, region.path(path), 404],
    ["another region's admin in this region", other.admin, region.path(path), 404],
    ["another region's admin in her own", other.admin, other.path(path), 404],
  ];
  const answers = [];
  for (const [who, browser, address] of turned) answers.push([who, (await browser('POST', address, body)).status]);
  expect(answers).toEqual(turned.map(([who, , , status]) => [who, status]));
}

/** The codes and fields of a refusal. */
export const refusal = ({ status, body }: { status: number; body: { code: string; issues?: { path: string; code: string }[] } }) => ({
  status,
  code: body.issues?.[0]?.code ?? body.code,
  path: body.issues?.[0]?.path ?? null,
});
