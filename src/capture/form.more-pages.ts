/** The other pages of a form: thanks, paused, about one's data, none here, and away without anything known. */
import { html } from 'ghtml';
import type { Say } from '../platform/words/words.ts';
import { monthsText, noticeHtml, noticePath, pageFrame, withinText } from './form.parts.ts';
import type { FormView } from './form.view.ts';
import type { Spoken } from './form.words.ts';
import { hiddenField } from './public-field.ts';
import type { PublicPage } from './public-page.ts';

/** After sending: read again as often as one likes, it sends nothing. */
export function thanksPage(view: FormView, spoken: Spoken, { mail }: { mail: boolean }): PublicPage {
  const { say, texts, language } = spoken;
  const within = withinText(view, say);
  const text = texts?.thanks || (view.face ? say('thanks.text', { name: view.face.name, within }) : say('thanks.textNobody', { within }));
  return {
    ...pageFrame(view, spoken),
    languages: [],
    title: say('thanks.title'),
    bodyHtml: html`<p class="keep">${text}</p>!${mail ? html`<p>${say('thanks.mail')}</p>` : ''}<p><a href="/c/${view.slug}?lang=${language}">${say('thanks.more')}</a></p>`,
  };
}

/** No messages now; whoever is known can be reached directly. */
export function pausedPage(view: FormView, spoken: Spoken): PublicPage {
  const { say } = spoken;
  const { name, email, phone } = view.face ?? {};
  const ways = [
    ...(phone ? [html`<li><a href="tel:${phone.replace(/[^\d+]/g, '')}" dir="ltr">${phone}</a></li>`] : []),
    ...(email ? [html`<li><a href="mailto:${email}" dir="ltr">${email}</a></li>`] : []),
  ];
  return {
    ...pageFrame(view, spoken),
    title: say('paused.title'),
    bodyHtml:
      name && ways.length ? html`<p>${say('paused.text', { name })}</p><ul>!${ways}</ul>` : html`<p>${say('paused.textNobody')}</p>`,
  };
}

/** The longer words about one's data: who, why, how long, which rights; or what the partner published, with the way to the whole. */
export function dataPage(view: FormView, spoken: Spoken): PublicPage {
  const { say, language } = spoken;
  const { partner } = view;
  const back = html`<p><a href="/c/${view.slug}?lang=${language}">${say('data.back')}</a></p>`;
  const frame = { ...pageFrame(view, spoken), title: say('data.title') };
  if (view.notice) {
    const whole = html`<p><a href="${noticePath(view, language)}">${say('data.whole')}</a></p>`;
    return { ...frame, bodyHtml: html`<p>!${noticeHtml(view, spoken)}</p><p>${say('notice.rights')}</p>!${whole}!${back}` };
  }
  const parts = [
    [say('data.who'), say('data.whoText', { partner: partner.name })],
    [say('data.why'), say(`data.whyText.${partner.basis}`)],
    [say('data.long'), say('data.longText', { months: monthsText(view, say) })],
    [say('data.rights'), say('data.rightsText')],
    [say('data.others'), say('data.othersText')],
  ] as const;
  return {
    ...frame,
    bodyHtml: html`!${parts.map(([head, text]) => html`<h2>${head}</h2><p>${text}</p>`)}!${back}`,
  };
}

/** No form has this address. */
export const unknownPage = (language: string, say: Say): PublicPage => ({
  language,
  region: null,
  title: say('unknown.title'),
  bodyHtml: html`<p>${say('unknown.text')}</p>`,
  status: 404,
});

/** The database is away and the form is not known here: what was typed is carried along, to be sent once more. */
export function awayPage(language: string, say: Say, typed: Readonly<Record<string, string>> | undefined): PublicPage {
  const kept = Object.entries(typed ?? {}).filter(([, text]) => text);
  return {
    language,
    region: null,
    title: say('away.title'),
    bodyHtml: kept.length
      ? html`<p>${say('away.text')}</p><form method="post">!${kept.map(([name, text]) => hiddenField(name, text))}<button>${say('sendAgain')}</button></form>`
      : html`<p>${say('awayEmpty')}</p>`,
    status: 503,
    headers: { 'retry-after': '60' },
  };
}
