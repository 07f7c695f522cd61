/** In which of its languages a form speaks to a visitor. */
import { acceptedLanguages } from '../platform/words/languages.ts';

/**
 * The one the address asks for, else the first of the browser's that the form has, else the form's first.
 * @param accepted the header `Accept-Language`
 */
export function languageFor(languages: readonly string[], asked: string | undefined, accepted: string | undefined): string {
  const wanted = [asked, ...acceptedLanguages(accepted)].map((code) => code?.toLowerCase().split('-')[0]);
  return wanted.find((code) => code !== undefined && languages.includes(code)) ?? languages[0]!;
}
