/** In which of its languages the product speaks to somebody. */
import { LANGUAGES, type Language } from './languages.schema.ts';

/** Spoken where a text is missing in the language asked for. */
export const FALLBACK: Language = 'en';

const isSpoken = (language: string): language is Language => (LANGUAGES as readonly string[]).includes(language);

/** The first of these languages that the product speaks (`fi-FI` counts as `fi`); English when it speaks none. */
export const spokenOf = (...wanted: readonly (string | null | undefined)[]): Language =>
  wanted.map((one) => one?.toLowerCase().split('-')[0] ?? '').find(isSpoken) ?? FALLBACK;

/** Language codes of a header `Accept-Language`, the most wanted first. */
export function acceptedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, at) => {
      const [code = '', ...rest] = part.trim().split(';');
      const weight = Number(/^\s*q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
      return { code: code.trim().toLowerCase(), weight: Number.isFinite(weight) ? weight : 0, at };
    })
    .filter(({ code, weight }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(code) && weight > 0)
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .map(({ code }) => code);
}
