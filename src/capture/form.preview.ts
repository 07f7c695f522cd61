/** Shows a form as its page would be, before it is saved. */
import { Injectable } from '@nestjs/common';
import { Unprocessable } from '../platform/problem.ts';
import { formPage } from './form.page.ts';
import type { FormDraft } from './form.schema.ts';
import { planOf } from './form.service.ts';
import { FormVia } from './form.via.ts';
import { FormDirectory } from './form.view.ts';
import { FormWords, spokenIn } from './form.words.ts';
import { publicPage } from './public-page.ts';

@Injectable()
export class FormPreviews {
  constructor(
    private readonly directory: FormDirectory,
    private readonly words: FormWords,
    private readonly via: FormVia,
  ) {}

  /** @throws Unprocessable `not_a_contact_person` at `contactPersonId` */
  async show({ language, ...draft }: FormDraft): Promise<{ html: string }> {
    const form = planOf(draft);
    const view = await this.directory.draft(form);
    if (!view) throw new Unprocessable('not_a_contact_person', 'contactPersonId', 'There is no such contact person here');
    const funding = await this.via.fundingOf(form.activityId);
    return { html: publicPage(formPage({ view, spoken: spokenIn(this.words, view, language), funding, ticket: '' })).html };
  }
}
