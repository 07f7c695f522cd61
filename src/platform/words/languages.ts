/** The languages in which the product speaks to the public and in mails; each catalogue has all of them. */

export const LANGUAGES = ['fi', 'sv', 'en', 'uk', 'ru', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Spoken where a text is missing in the language asked for. */
export const FALLBACK: Language = 'en';

const isSpoken = (language: string): language is Language => (LANGUAGES as readonly string[]).includes(language);

/** The first of these languages that the product speaks (`fi-FI` counts as `fi`); English when it speaks none. */
export const spokenOf = (...wanted: readonly (string | null | undefined)[]): Language =>
  wanted.map((one) => one?.toLowerCase().split('-')[0] ?? '').find(isSpoken) ?? FALLBACK;
