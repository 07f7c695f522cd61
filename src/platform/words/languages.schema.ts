/** The languages in which the product speaks to the public and in mails, and which way a language is written. */

/** Each catalogue has all of them. */
export const LANGUAGES = ['fi', 'sv', 'en', 'uk', 'ru', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a language is written, for `dir` of what is in it (a code as `ar` or `ar-EG`). */
export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(language.split('-')[0]!.toLowerCase()) ? 'rtl' : 'ltr');
