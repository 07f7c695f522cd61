/** The pages of a follow-up in the person's language: the question, thanks with what was answered, and what else a link may meet. */
import { Injectable } from '@nestjs/common';
import { html } from 'ghtml';
import { type Asked, subjectOf } from '../lead/follow-up.person.service.ts';
import type { RegionFacts } from '../platform/region-scope.ts';
import { acceptedLanguages, spokenOf } from '../platform/words/languages.ts';
import { dayIn } from '../platform/words/names.ts';
import { type Say, Words } from '../platform/words/words.ts';
import { faultSummary, type PublicFault, radioChips, textArea, textField } from './public-field.ts';
import type { PublicPage } from './public-page.ts';

/** What was typed, as it came. */
export interface Typed {
  readonly status?: unknown;
  readonly cameAnyway?: unknown;
  readonly on?: unknown;
  readonly note?: unknown;
}

type FieldName = 'status' | 'on';

@Injectable()
export class FollowUpPages {
  constructor(private readonly words: Words) {}

  /** The question, with what was typed or, on a second visit, with what was answered. `faults` are the fields that were wrong. */
  question(region: RegionFacts, asked: Asked, typed: Typed = {}, faults: readonly FieldName[] = []): PublicPage {
    const say = this.say(asked.language);
    const about = subjectOf(asked);
    if (asked.isClosed) return this.page(asked.language, region, say('page.overTitle'), html`<p>${say('page.over')}</p>`);
    const shown = { ...asked.answer, ...typed };
    return {
      ...this.page(
        asked.language,
        region,
        say(`${about}.question`),
        html`!${asked.answer ? html`<p>${this.answered(say, asked)} ${say('page.correct')}</p>` : ''}!${this.form(say, about, shown, faults, asked.answer !== null)}`,
      ),
      ...(faults.length ? { status: 422 } : {}),
    };
  }

  thanks(region: RegionFacts, asked: Asked): PublicPage {
    const say = this.say(asked.language);
    if (!asked.answer) return this.question(region, asked);
    const body = html`<p>${this.answered(say, asked)}</p><p>${say('page.correct')}</p><p><a class="button quiet" href="?">${say('page.sendAgain')}</a></p>`;
    return this.page(asked.language, region, say('page.thanks'), body);
  }

  /** Behind a link that is none of ours any more: nothing is known but what the browser speaks. */
  gone(acceptLanguage: string | undefined): PublicPage {
    const language = spokenOf(...acceptedLanguages(acceptLanguage));
    const say = this.say(language);
    return { ...this.page(language, null, say('page.goneTitle'), html`<p>${say('page.gone')}</p>`), status: 404 };
  }

  private say(language: string): Say {
    return this.words.of('follow-up', language);
  }

  private page(language: string, region: RegionFacts | null, title: string, bodyHtml: string): PublicPage {
    return { language, title, region: region?.name ?? null, color: region?.color ?? null, bodyHtml };
  }

  private answered(say: Say, { answer, language, outcome }: Asked): string {
    const about = subjectOf({ outcome });
    const day = dayIn(language, answer!.on);
    return say('page.answered', { day, answer: say(`${about}.${answer!.status === 'left' ? 'left' : 'stillHere'}`) });
  }

  private form(say: Say, about: 'company' | 'settled', shown: Typed, faults: readonly FieldName[], again: boolean): string {
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    const wrong = (name: FieldName) => (faults.includes(name) ? say(name === 'on' ? 'fault.when' : 'fault.status') : undefined);
    const summary: PublicFault[] = [...new Set(faults)].map((name) => ({ name, message: wrong(name)! }));
    const optional = say('page.optional');
    return html`!${faultSummary(say('fault.title'), summary)}<form method="post">!${radioChips({
      name: 'status',
      label: say(`${about}.question`),
      value: text(shown.status),
      error: wrong('status'),
      required: true,
      choices: [
        { value: 'still_here', label: say(`${about}.stillHere`) },
        { value: 'left', label: say(`${about}.left`) },
      ],
    })}!${textField({ name: 'on', type: 'date', label: say(`${about}.when`), value: shown.status === 'left' ? text(shown.on) : '', error: wrong('on'), optional })}!${radioChips(
      {
        name: 'cameAnyway',
        label: say(`${about}.cameAnyway`),
        value: text(shown.cameAnyway),
        optional,
        choices: [
          { value: 'yes', label: say('page.yes') },
          { value: 'partly', label: say('page.partly') },
          { value: 'no', label: say('page.no') },
        ],
      },
    )}!${textArea({ name: 'note', label: say('page.note'), value: text(shown.note), rows: 3, optional })}<p class="soft">${say('page.about')}</p><button>${say(again ? 'page.sendAgain' : 'page.send')}</button></form>`;
  }
}
