/** The person's own page in HTML: what is kept, and the four things she can do. */
import { html } from 'ghtml';
import { faultSummary, type PublicFault, textField } from '../capture/public-field.ts';
import { LANGUAGES } from '../platform/words/languages.schema.ts';
import type { Say } from '../platform/words/words.ts';
import { dayIn, dayOfIn, languageIn } from '../platform/words/names.ts';
import type { Opened, OwnLead } from './own-page.service.ts';

export interface OwnPageShown extends Opened {
  readonly language: string;
  readonly say: Say;
  /** `/my/{token}` */
  readonly path: string;
  readonly done?: 'corrected' | 'objected' | undefined;
  /** What she typed, and what is wrong with it. */
  readonly typed?: Typed | undefined;
  readonly faults?: readonly PublicFault[];
}

export interface Typed {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly languages: readonly string[];
}

export function ownPageBody(shown: OwnPageShown): string {
  return [message(shown), standing(shown), kept(shown), copy(shown), correction(shown), objection(shown), erasure(shown)].join('');
}

/** Asks once more before what can't be undone. */
export function eraseBody({ say, language, path, privacy }: OwnPageShown): string {
  const [evidence] = privacy.evidence;
  return html`<p>${say('erase.text')}</p>!${evidence ? html`<p>${say('erase.evidence', { programme: evidence.programme, day: dayIn(language, evidence.keepUntil) })}</p>` : html`<p><strong>${say('erase.final')}</strong></p>`}<form method="post" action="${path}/erase?lang=${language}" class="buttons"><button>${say('erase.yes')}</button></form><p><a class="button quiet" href="${path}?lang=${language}">${say('erase.no')}</a></p>`;
}

const message = ({ done, say }: OwnPageShown): string =>
  done ? html`<div class="panel" role="status"><p>${say(`done.${done}`)}</p></div>` : '';

function standing({ privacy, say, language }: OwnPageShown): string {
  const { restriction, objection: made, evidence } = privacy;
  if (!restriction) return '';
  const text =
    restriction.because === 'evidence'
      ? say('restricted.evidence', { programme: evidence[0]?.programme ?? '', day: dayIn(language, restriction.until ?? '9999-12-31') })
      : restriction.because === 'objection' && made
        ? say('restricted.objection', { day: dayIn(language, made.decideBy) })
        : say('restricted.asked');
  return html`<div class="panel"><p>${text}</p></div>`;
}

function kept({ person, leads, say, language, ...shown }: OwnPageShown): string {
  const none = say('kept.none');
  const facts: [string, string][] = [
    [say('field.name'), person.name],
    [say('field.email'), person.email ?? none],
    [say('field.phone'), person.phone ?? none],
    [say('field.languages'), person.languages.map((code) => languageIn(language, code)).join(', ') || none],
  ];
  return html`<h2>${say('kept.title')}</h2><dl>!${facts.map(term)}</dl>!${leads.map((lead) => leadPanel(lead, { person, leads, say, language, ...shown }))}`;
}

const term = ([name, value]: [string, string]): string => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`;

function leadPanel(lead: OwnLead, { say, language, region, privacy }: OwnPageShown): string {
  const ground = privacy.leads.find(({ id }) => id === lead.id);
  const facts: [string, string][] = [
    [say('lead.wish'), say(`intent.${lead.intent}`)],
    [say('lead.owner'), lead.owner ?? say('kept.none')],
    ...(ground
      ? ([
          [say('lead.controller'), ground.partner.name],
          [say('lead.basis'), say(`basis.${ground.basis}`)],
          [say('lead.deleteAfter'), dayIn(language, ground.deleteAfter)],
        ] as [string, string][])
      : []),
  ];
  const { touches, notes, mails, outcomes } = lead;
  const version = ground?.noticeVersion;
  return html`<section class="panel"><h3>${say('lead.title', { day: dayOfIn(language, lead.createdAt, region.timeZone) })}</h3><dl>!${facts.map(term)}</dl><p class="soft">${say('lead.rest', { touches, notes, mails, outcomes })}</p>!${ground && version ? html`<p><a href="/c/notice/${region.slug}/${ground.partner.id}/${encodeURIComponent(version)}?lang=${language}">${say('lead.notice', { version })}</a></p>` : ''}</section>`;
}

const copy = ({ say, path, language }: OwnPageShown): string =>
  html`<h2>${say('copy.title')}</h2><p>${say('copy.text')}</p><p class="buttons"><a class="button quiet" href="${path}/copy?lang=${language}">${say('copy.page')}</a><a class="button quiet" href="${path}/copy.json">${say('copy.file')}</a></p>`;

function correction({ person, say, path, language, typed, faults = [] }: OwnPageShown): string {
  const value = typed ?? { ...person, email: person.email ?? '', phone: person.phone ?? '' };
  const error = (name: string) => faults.find((fault) => fault.name === name)?.message;
  const codes = [...new Set([...LANGUAGES, ...value.languages])];
  const chips = codes.map(
    (code) =>
      html`<label><input type="checkbox" name="languages" value="${code}"!${value.languages.includes(code) ? ' checked' : ''}><span>${languageIn(language, code)}</span></label>`,
  );
  return html`<h2 id="correct">${say('correct.title')}</h2>!${faultSummary(say('fault.title'), faults)}<form method="post" action="${path}/correct?lang=${language}" novalidate>!${textField({ name: 'name', label: say('field.name'), value: value.name, required: true, autocomplete: 'name', maxLength: 160, error: error('name') })}!${textField({ name: 'email', label: say('field.email'), value: value.email, type: 'email', autocomplete: 'email', maxLength: 254, direction: 'ltr', hint: say('correct.hint'), error: error('email') })}!${textField({ name: 'phone', label: say('field.phone'), value: value.phone, type: 'tel', autocomplete: 'tel', maxLength: 40, direction: 'ltr', error: error('phone') })}<fieldset class="field"><legend>${say('field.languages')}</legend><div class="chips">!${chips}</div></fieldset><div class="buttons"><button>${say('correct.save')}</button></div></form>`;
}

function objection({ privacy, say, path, language }: OwnPageShown): string {
  if (!privacy.mayObject || privacy.restriction) return '';
  return html`<h2>${say('object.title')}</h2><p>${say('object.text')}</p><form method="post" action="${path}/object?lang=${language}" class="buttons"><button class="quiet">${say('object.button')}</button></form>`;
}

function erasure({ privacy, say, path, language }: OwnPageShown): string {
  if (privacy.restriction?.because === 'evidence') return '';
  return html`<h2>${say('erase.title')}</h2><p>${say('erase.text')}</p><p class="buttons"><a class="button quiet" href="${path}/erase?lang=${language}">${say('erase.button')}</a></p>`;
}
