/** The languages in which the product speaks to the public and in mails; each catalogue has all of them. */

export const LANGUAGES = ['fi', 'sv', 'en', 'uk', 'ru', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Spoken where a text is missing in the language asked for. */
export const FALLBACK: Language = 'en';

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a language is written, for `dir` of a page or mail in it (a code as `ar` or `ar-EG`). */
export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(language.split('-')[0]!.toLowerCase()) ? 'rtl' : 'ltr');

const isSpoken = (language: string): language is Language => (LANGUAGES as readonly string[]).includes(language);

/** The first of these languages that the product speaks (`fi-FI` counts as `fi`); English when it speaks none. */
export const spokenOf = (...wanted: readonly (string | null | undefined)[]): Language =>
  wanted.map((one) => one?.toLowerCase().split('-')[0] ?? '').find(isSpoken) ?? FALLBACK;
