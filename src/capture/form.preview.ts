/** Shows a form as its page would be, before it is saved. */
import { Injectable } from '@nestjs/common';
import { ContactPhotos } from '../contact/photo.service.ts';
import { Unprocessable } from '../platform/problem.ts';
import { formPage } from './form.page.ts';
import type { FormDraft } from './form.schema.ts';
import { planOf } from './form.service.ts';
import { FormVia } from './form.via.ts';
import { type Face, FormDirectory } from './form.view.ts';
import { FormWords, spokenIn } from './form.words.ts';
import { publicPage } from './public-page.ts';

@Injectable()
export class FormPreviews {
  constructor(
    private readonly directory: FormDirectory,
    private readonly words: FormWords,
    private readonly via: FormVia,
    private readonly photos: ContactPhotos,
  ) {}

  /** @throws Unprocessable `not_a_contact_person` at `contactPersonId` */
  async show({ language, ...draft }: FormDraft): Promise<{ html: string }> {
    const form = planOf(draft);
    const found = await this.directory.draft(form);
    if (!found) throw new Unprocessable('not_a_contact_person', 'contactPersonId', 'There is no such contact person here');
    const view = { ...found, face: await this.withPicture(found.face) };
    const funding = await this.via.fundingOf(form.activityId);
    return { html: publicPage(formPage({ view, spoken: spokenIn(this.words, view, language), funding, ticket: '' })).html };
  }

  private async withPicture(face: Face | null): Promise<Face | null> {
    if (!face?.photo) return face;
    const { type, bytes } = await this.photos.read(face.id);
    return { ...face, picture: `data:${type};base64,${bytes.toString('base64')}` };
  }
}
