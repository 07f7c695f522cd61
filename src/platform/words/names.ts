/** Days, moments, languages and countries as they are written in one of the public's languages. */

/** A day such as `2025-09-01`, written out. */
export const dayIn = (language: string, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** The day of an instant in a region's zone, written out. */
export const dayOfIn = (language: string, instant: Date | string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(instant));

/** An instant with its time in a region's zone. */
export const momentIn = (language: string, instant: Date | string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));

/** The name of a language by its code of two or three letters, in `language`: `suomi`, `фінська`. */
export const languageIn = (language: string, code: string): string => nameIn('language', language, code);

/** The name of a country by its code of two letters. */
export const countryIn = (language: string, code: string): string => nameIn('region', language, code);

/** English where `language` has no names of its own. */
const nameIn = (type: 'language' | 'region', language: string, code: string): string =>
  new Intl.DisplayNames([language, 'en'], { type }).of(code) ?? code;
