/** A region's forms as stories change them. */
import { type Answer } from '../app.ts';
import { ok, type RegionInStory } from '../story.ts';

/** The form that the region got with its first contact person. */
export const firstForm = async (region: RegionInStory): Promise<Answer['body']> =>
  ok(await region.admin('GET', region.path('/forms'))).items[0];

export const changeForm = async (region: RegionInStory, id: string, change: object): Promise<Answer['body']> =>
  ok(await region.admin('PATCH', region.path(`/forms/${id}`), change));

export const newForm = async (region: RegionInStory, fields: object): Promise<Answer['body']> =>
  ok(
    await region.admin('POST', region.path('/forms'), {
      languages: ['fi'],
      fields: ['name', 'email', 'phone', 'message'],
      ...fields,
    }),
  );
