/** What a form's pages share: their frame, the face, the funding, and who keeps what, why and how long. */
import { html } from 'ghtml';
import { directionOf } from '../platform/words/languages.schema.ts';
import { languageIn } from '../platform/words/names.ts';
import type { Say } from '../platform/words/words.ts';
import { EU_EMBLEM_SVG, EU_FUNDED } from './emblem.ts';
import type { Funding } from './form.via.ts';
import type { FormView } from './form.view.ts';
import type { Spoken } from './form.words.ts';
import type { PublicPage } from './public-page.ts';

/** Language, links to the other ones, who may frame it. */
export function pageFrame(view: FormView, { language, say }: Spoken, via?: string): Omit<PublicPage, 'title' | 'bodyHtml'> {
  const query = via ? `&via=${encodeURIComponent(via)}` : '';
  return {
    language,
    region: view.region.name,
    color: view.region.color,
    languagesLabel: say('languages'),
    languages: view.languages.map((other) => ({ language: other, name: languageIn(other, other), href: `?lang=${other}${query}` })),
    frameAncestors: ["'self'", ...view.sites],
    ...(view.sites.length ? { scripts: ['/c/embed.js'] } : {}),
  };
}

/** Who answers: her face or initials, her name, how soon, and in which languages; after she has left, how soon alone. */
export function faceHtml(view: FormView, { language, say }: Spoken): string {
  const within = withinText(view, say);
  if (!view.face) return html`<p class="soft">${say('thanks.textNobody', { within })}</p>`;
  const { name, photo, picture: own, languages } = view.face;
  const picture =
    photo && (own || view.slug)
      ? html`<img src="${own ?? `/c/${view.slug}/photo?v=${photo}`}" width="64" height="64" alt="">`
      : html`<span class="initials" aria-hidden="true">${initials(name)}</span>`;
  const spoken = languages.map((code) => languageIn(language, code)).join(', ');
  return html`<div class="face">!${picture}<div><p><b>${name}</b></p><p class="soft">${say('answers', { within })}!${spoken ? html`<br>${spoken}` : ''}</p></div></div>`;
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => [...part][0]!)
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toUpperCase();

/** The programme's emblem and its statement. */
export function fundingHtml(funding: Funding | null, { language, say }: Spoken): string {
  if (!funding) return '';
  const emblem = funding.emblem === 'eu';
  const words = emblem ? (EU_FUNDED[language as keyof typeof EU_FUNDED] ?? say('funding')) : '';
  const statement = funding.statement && funding.statement !== words ? html`<span class="soft">${funding.statement}</span>` : '';
  return html`<div class="funding">!${emblem ? EU_EMBLEM_SVG : ''}<p>!${words ? html`<b>${words}</b>` : ''}!${words && statement ? '<br>' : ''}!${statement}</p></div>`;
}

/** Who keeps what, why and how long: as the partner published it in the language, else in the region's; else the built-in sentences. */
export function noticeHtml(view: FormView, { language, say }: Spoken): string {
  const { notice, region, partner } = view;
  const published = [language, region.locale].find((one) => notice?.[one]);
  if (published) return html`<span class="keep" lang="${published}" dir="${directionOf(published)}">${notice![published]!}</span>`;
  return html`${say(`notice.${partner.basis}`, { partner: partner.name, months: monthsText(view, say) })}`;
}

/** Where the whole notice stands: the version that the partner published, else the form's own page. */
export const noticePath = ({ slug, notice, region, partner }: FormView, language: string): string =>
  notice
    ? `/c/notice/${region.slug}/${partner.id}/${encodeURIComponent(partner.noticeVersion)}?lang=${language}`
    : `/c/${slug}/data?lang=${language}`;

/** Until when a person answers. */
export const withinText = (view: FormView, say: Say): string => say('within', { count: view.region.responseDays });

export const monthsText = (view: FormView, say: Say): string => say('months', { count: view.region.retentionMonths });
