/** What a form says where its region has not said it otherwise, in each language. */
import { Injectable } from '@nestjs/common';
import { LANGUAGES } from '../platform/words/languages.schema.ts';
import { spokenOf } from '../platform/words/languages.ts';
import { type Say, Words } from '../platform/words/words.ts';
import { FORM_LABELS, KNOWN_OPTIONS, type FormDefaults, type FormLabel, type FormTexts } from './form.schema.ts';

@Injectable()
export class FormWords {
  constructor(private readonly words: Words) {}

  /** The words of public pages in a language; English where the product does not speak it. */
  in(language: string): Say {
    return this.words.of('public', spokenOf(language));
  }

  /** The language in which these words are. */
  spoken(language: string): string {
    return spokenOf(language);
  }

  /** The texts that a form may say otherwise. */
  defaults(language: string, regionName: string): FormDefaults {
    const say = this.in(language);
    return {
      title: say('title', { region: regionName }),
      introduction: say('introduction'),
      thanks: '',
      labels: Object.fromEntries(FORM_LABELS.map((field) => [field, say(`field.${field}`)])),
      options: Object.fromEntries(KNOWN_OPTIONS.map((key) => [key, say(`heard.${key}`)])),
      builtIn: (LANGUAGES as readonly string[]).includes(language),
    };
  }
}

/** How a form speaks in a language: in its own texts where it has some, else in the built-in ones. */
export const spokenIn = (words: FormWords, { texts }: { texts: Readonly<Record<string, FormTexts>> }, language: string): Spoken => ({
  language,
  say: words.in(language),
  texts: texts[language],
});

/** How a form calls a field: in its own words, else in the built-in ones. */
export const labelOf = (say: Say, texts: FormTexts | undefined, field: FormLabel): string =>
  texts?.labels?.[field] || say(`field.${field}`);

/** How a form speaks to this visitor. */
export interface Spoken {
  readonly language: string;
  readonly say: Say;
  /** The form's own texts in this language. */
  readonly texts: FormTexts | undefined;
}
