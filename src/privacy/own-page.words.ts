/** Days and languages in the words of the public's languages. */

/** A day such as `2025-09-01`, written out. */
export const dayIn = (language: string, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** The day of an instant in a region's zone, written out. */
export const dayOfIn = (language: string, instant: Date | string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(instant));

/** An instant with its time in a region's zone. */
export const momentIn = (language: string, instant: Date | string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));

/** A language's name, in `language` or in itself. */
export function languageIn(language: string, code: string): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code;
}
