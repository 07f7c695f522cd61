/** The page of a tracked link that leads nowhere: says why in the visitor's language, and offers the region's form where there is one. */
import { html } from 'ghtml';
import { acceptedLanguages } from '../platform/words/languages.ts';
import { GO_LANGUAGES, GO_TEXTS, type GoLanguage, type GoReason } from './go.texts.ts';
import type { PublicPage } from './public-page.ts';

const STATUS: Record<GoReason, number> = { unknown: 404, closed: 410, nowhere: 404, unavailable: 503 };

/** The region whose link it is; behind an unknown one there is none. */
export interface GoRegion {
  readonly name: string;
  readonly color: string | null;
  readonly locale: string;
  /** Address of its form. */
  readonly form: string | null;
}

export function goPage(reason: GoReason, acceptLanguage: string | undefined, region: GoRegion | null): PublicPage {
  const language = pageLanguage(acceptLanguage, region?.locale);
  const { write } = GO_TEXTS[language];
  const { title, text } = GO_TEXTS[language][reason];
  const way = region?.form && reason !== 'unknown' ? html`<p><a class="button" href="${region.form}">${write}</a></p>` : '';
  return {
    language,
    title,
    region: region?.name ?? null,
    color: region?.color ?? null,
    bodyHtml: html`<p>${text.replace('{region}', region?.name ?? '')}</p>!${way}`,
    status: STATUS[reason],
    headers: reason === 'unavailable' ? { 'retry-after': '60' } : {},
  };
}

/** The first of our languages that the visitor's browser asks for, else the region's, else Finnish. */
export function pageLanguage(acceptLanguage: string | undefined, regionLocale: string | undefined): GoLanguage {
  const ours = (code: string | undefined): code is GoLanguage => GO_LANGUAGES.includes(code as GoLanguage);
  const asked = acceptedLanguages(acceptLanguage).map((code) => code.split('-')[0]);
  return asked.find(ours) ?? (ours(regionLocale) ? regionLocale : 'fi');
}
