/** Whoever came through the public form and was merged with a lead that somebody logged leaves nothing behind when she is erased: no row, no file, no line of the log. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { firstForm } from '../capture/forms.ts';
import { Visitor } from '../capture/visitor.ts';
import { SignedLinks } from '../../src/platform/signed-link.ts';
import { ok, type RegionInStory, Story } from '../story.ts';
import { filesWith, tablesWith } from './everywhere.ts';

const RARE = [
  'Xanthippa',
  'Ööberwald',
  'xanthippa@ooberwald.example',
  '447799887766',
  'Lakritsipilvi',
  'Vaahtokarkki',
  'Kuutamokeitto',
  'Sammalpiirakka',
];

let story: Story;
let region: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
});
afterAll(() => story?.end());

it('is nowhere any more, through whichever door she came', async () => {
  const said: string[] = [];
  const listen = (stream: NodeJS.WriteStream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
  const spies = [listen(process.stdout), listen(process.stderr)];
  try {
    const liisa = await region.contactPerson();
    const form = await firstForm(region);
    ok(await region.admin('PATCH', region.path(`/forms/${form.id}`), { contactPersonId: liisa.id }));
    const answers = {
      name: 'Xanthippa Ööberwald',
      contact: 'xanthippa@ooberwald.example, +44 7799 887766',
      intent: 'move',
      message: 'Lakritsipilvi',
    };
    const sent = await new Visitor(story.app).send(`/c/${region.slug}`, answers);
    expect(sent.status).toBe(303);
    const [lead] = ok(await liisa.browser('GET', region.path('/leads?q=Xanthippa'))).items;
    const other = await region.lead({ by: liisa, person: { name: 'X. Ööberwald', languages: [] }, note: 'Vaahtokarkki' });
    const rows = [
      { id: newId(), person: { name: 'Xanthippa O.' }, intent: 'move', note: 'Kuutamokeitto', touches: [{ how: 'own_initiative' }] },
    ];
    const [bulk] = ok(await liisa.browser('POST', region.path('/leads/bulk'), { rows })).items;
    ok(await liisa.browser('POST', region.path('/leads/merge'), { keep: lead.id, merge: [other.id, bulk.id] }));
    const { followUps } = ok(
      await liisa.browser('POST', region.path(`/leads/${lead.id}/outcomes`), {
        type: 'settled_mover',
        on: new Date().toISOString().slice(0, 10),
        municipality: '305',
        adults: 1,
        children: 0,
      }),
    );
    const { id: regionId } = ok(await region.admin('GET', region.path('')));
    const token = story.app.nest.get(SignedLinks).token({ kind: 'follow-up', regionId, id: followUps[0].id }, 10);
    const told = new URLSearchParams({ status: 'still_here', note: 'Sammalpiirakka' });
    expect((await new Visitor(story.app).post(`/follow-up/${token}`, told)).status).toBe(200);
    const words = await tablesWith((text, values) => story.app.sql(text, values), RARE);
    expect(words.some((found) => found.startsWith('public.mail:'))).toBe(true);
    expect(RARE.filter((word) => !words.some((found) => found.includes(word)))).toEqual([]);

    ok(await liisa.browser('POST', region.path(`/persons/${lead.person.id}/erase`), { reason: 'asked' }));

    expect(await tablesWith((text, values) => story.app.sql(text, values), RARE)).toEqual([]);
    expect(await filesWith(story.app.dataDir, RARE)).toEqual([]);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  expect(RARE.filter((word) => said.join('').toLowerCase().includes(word.toLowerCase()))).toEqual([]);
});
