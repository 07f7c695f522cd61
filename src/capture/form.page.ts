/** A form's page: a face, a few questions, and what becomes of the answers. */
import { html } from 'ghtml';
import { municipalityName } from '../platform/municipality.schema.ts';
import { INTENTS } from '../lead/pipeline.schema.ts';
import { ANYWHERE, type Fault, LONGEST, separately, type Typed, type TypedName } from './form.answer.ts';
import { type FieldChoice, KNOWN_OPTIONS } from './form.schema.ts';
import type { Funding } from './form.via.ts';
import type { FormView } from './form.view.ts';
import { labelOf, type Spoken } from './form.words.ts';
import { faceHtml, fundingHtml, noticeHtml, pageFrame } from './form.parts.ts';
import { faultSummary, hiddenField, radioChips, selectField, textArea, textField } from './public-field.ts';
import type { PublicPage } from './public-page.ts';

export interface Asked {
  readonly view: FormView;
  readonly spoken: Spoken;
  readonly funding: Funding | null;
  /** What was typed already. */
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
  readonly ticket: string;
  /** Code of the link she came by. */
  readonly via?: string | undefined;
  /** Why it must be sent once more; keys of the catalogue. */
  readonly again?: { readonly key: 'again' | 'many' | 'away'; readonly count?: number; readonly status: number };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The page with its questions, empty or as they were typed. */
export function formPage(asked: Asked): PublicPage {
  const { view, spoken, funding, faults = [], again } = asked;
  const { say, texts, language } = spoken;
  const told = faults.map(({ name, key, count }) => ({ name, message: say(`fault.${key}`, { count: count ?? 0 }) }));
  const action = `?lang=${language}`;
  return {
    ...pageFrame(view, spoken, asked.via),
    title: texts?.title || say('title', { region: view.region.name }),
    introHtml: html`<p class="keep">${texts?.introduction || say('introduction')}</p>!${faceHtml(view, spoken)}`,
    bodyHtml: html`!${again ? againHtml(spoken, again) : ''}!${faultSummary(say('fault.title'), told)}
<form method="post" action="${action}" novalidate accept-charset="utf-8">!${questions(asked, new Map(told.map(({ name, message }) => [name, message])))}
!${view.partner.basis === 'consent' ? consentHtml(asked, told.find(({ name }) => name === 'consent')?.message) : ''}
<p class="soft">!${noticeHtml(view, spoken)} ${say('notice.rights')} <a href="/c/${view.slug}/data?lang=${language}">${say('notice.more')}</a></p>
!${trapHtml()}!${hiddenField('ticket', asked.ticket)}!${hiddenField('via', asked.via ?? '')}!${hiddenField('notice', `${view.partner.id}/${view.partner.noticeVersion}`)}
<button>${again ? say('sendAgain') : say('send')}</button></form>!${fundingHtml(funding, spoken)}`,
    ...(again ? { status: again.status } : faults.length ? { status: 422 } : {}),
    ...(asked.headers ? { headers: asked.headers } : {}),
    listed: true,
  };
}

function againHtml({ say }: Spoken, { key, count = 0 }: NonNullable<Asked['again']>): string {
  return html`<div class="summary" role="alert"><h2>${say(`${key}.title`)}</h2><p>${say(`${key}.text`, { count })}</p></div>`;
}

/** The questions in their order; e-mail and phone are one unless the form needs them apart. */
function questions(asked: Asked, wrong: ReadonlyMap<TypedName, string>): string {
  return asked.view.fields.map((field) => question(asked, field, wrong)).join('\n');
}

function question(asked: Asked, { field, required }: FieldChoice, wrong: ReadonlyMap<TypedName, string>): string {
  const { view, spoken, typed } = asked;
  const { say, texts } = spoken;
  const basics = (name: TypedName, label = labelOf(say, texts, name as FieldChoice['field'])) => ({
    name,
    label,
    value: typed?.[name] ?? '',
    error: wrong.get(name),
    required,
    optional: say('optional'),
    maxLength: LONGEST[name] ?? 200,
  });
  switch (field) {
    case 'name':
      return textField({ ...basics('name'), autocomplete: 'name' });
    case 'email':
      if (!separately(view)) return textField({ ...basics('contact', labelOf(say, texts, 'contact')), required: true, direction: 'ltr' });
      return textField({ ...basics('email'), required: mustReach(view, required), type: 'email', autocomplete: 'email', direction: 'ltr' });
    case 'phone':
      if (!separately(view)) return '';
      return textField({ ...basics('phone'), required: mustReach(view, required), type: 'tel', autocomplete: 'tel', direction: 'ltr' });
    case 'when':
      return textField({ ...basics('when'), hint: say('hint.when') });
    case 'message':
      return textArea(basics('message'));
    case 'intent':
      return radioChips({ ...basics('intent'), choices: INTENTS.map((value) => ({ value, label: say(`intent.${value}`) })) });
    case 'municipality':
      return selectField({ ...basics('municipality'), empty: say('choose'), choices: places(asked) });
    case 'heardFrom':
      return view.options.length ? selectField({ ...basics('heardFrom'), empty: say('choose'), choices: answers(asked) }) : '';
  }
}

/** With one of both asked alone, it is the only way to answer. */
const mustReach = ({ fields }: FormView, required: boolean): boolean =>
  required || fields.filter(({ field }) => field === 'email' || field === 'phone').length === 1;

function places({ view, spoken: { language, say } }: Asked) {
  const named = view.municipalities.map((value) => ({ value, label: municipalityName(value, language) }));
  return [...named.sort((one, other) => one.label.localeCompare(other.label, 'fi')), { value: ANYWHERE, label: say('anywhere') }];
}

/** In the form's own words, else in the built-in ones where the region kept them, else in the region's. */
function answers({ view, spoken: { language, say, texts } }: Asked) {
  return view.options.map(({ key, label }) => {
    const own = texts?.options?.[key];
    const isRegions = language === view.region.locale || !(KNOWN_OPTIONS as readonly string[]).includes(key);
    return { value: key, label: own || (isRegions ? label : say(`heard.${key}`)) };
  });
}

/** Consent is an act: nothing is ticked before. */
function consentHtml({ view, spoken: { say }, typed }: Asked, error: string | undefined): string {
  const described = error ? html` aria-invalid="true" aria-describedby="e-consent"` : '';
  return html`<div class="field"><label class="tick"><input type="checkbox" id="f-consent" name="consent" value="yes"!${typed?.consent === 'yes' ? ' checked' : ''}!${described}><span>${say('consent', { partner: view.partner.name })}</span></label>!${error ? html`<p class="wrong" id="e-consent">${error}</p>` : ''}</div>`;
}

/** A field that no person sees or reaches, and programs fill. */
const trapHtml = (): string =>
  '<div class="trap" aria-hidden="true"><label>·<input name="homepage" tabindex="-1" autocomplete="off"></label></div>';
