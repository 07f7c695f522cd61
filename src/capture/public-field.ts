/** The fields of public pages, each with its label, its hint and what is wrong with it tied to it; and the summary above them. */
import { html } from 'ghtml';

export interface PublicField {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  /** What is wrong with it, in the page's language. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** What stands behind the label of a field that may be left empty, as `(vapaaehtoinen)`. */
  readonly optional?: string;
}

export interface PublicChoice {
  readonly value: string;
  readonly label: string;
}

export interface PublicFault {
  /** Name of the field; its summary line leads there. */
  readonly name: string;
  readonly message: string;
}

type TextField = PublicField & {
  readonly type?: 'text' | 'email' | 'tel' | 'month' | 'date';
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly direction?: 'ltr' | 'auto';
};

/** One line of text. */
export function textField(field: TextField): string {
  const { name, value = '', type = 'text', autocomplete = 'off', maxLength = 200, direction = 'auto' } = field;
  return around(
    field,
    html`<input id="f-${name}" name="${name}" type="${type}" value="${value}" maxlength="${maxLength}" autocomplete="${autocomplete}" dir="${direction}"!${attributes(field)}>`,
  );
}

/** Several lines of text. */
export function textArea(field: PublicField & { readonly maxLength?: number; readonly rows?: number }): string {
  const { name, value = '', maxLength = 4000, rows = 4 } = field;
  // A first line break right after the tag would be swallowed: it stands there on purpose.
  return around(
    field,
    html`<textarea id="f-${name}" name="${name}" rows="${rows}" maxlength="${maxLength}" dir="auto"!${attributes(field)}>!${'\n'}${value}</textarea>`,
  );
}

/** One of a list; the first line, `empty`, stands for no choice. */
export function selectField(field: PublicField & { readonly empty: string; readonly choices: readonly PublicChoice[] }): string {
  const { name, value = '', empty, choices } = field;
  const options = choices.map(
    (choice) => html`<option value="${choice.value}"!${choice.value === value ? ' selected' : ''}>${choice.label}</option>`,
  );
  return around(
    field,
    html`<select id="f-${name}" name="${name}"!${attributes(field)}><option value="">${empty}</option>!${options}</select>`,
  );
}

/** A few choices in sight, of which one may be taken. */
export function radioChips(field: PublicField & { readonly choices: readonly PublicChoice[] }): string {
  const { name, value, choices, label, error } = field;
  const chips = choices.map(
    (choice, at) =>
      html`<label><input type="radio" id="${at === 0 ? `f-${name}` : `f-${name}-${at}`}" name="${name}" value="${choice.value}"!${choice.value === value ? ' checked' : ''}!${error ? ` aria-invalid="true" aria-describedby="e-${name}"` : ''}><span>${choice.label}</span></label>`,
  );
  return html`<fieldset class="field"><legend>${label}!${optional(field)}</legend>!${hint(field)}<div class="chips">!${chips}</div>!${wrong(field)}</fieldset>`;
}

/** What is wrong, above the form; each line leads to its field. Empty when nothing is. */
export function faultSummary(title: string, faults: readonly PublicFault[]): string {
  if (!faults.length) return '';
  const lines = faults.map(({ name, message }) => html`<li><a href="#f-${name}">${message}</a></li>`);
  return html`<div class="summary" role="alert" tabindex="-1" id="faults"><h2>${title}</h2><ul>!${lines}</ul></div>`;
}

/** A value that the form carries along. */
export const hiddenField = (name: string, value: string): string => html`<input type="hidden" name="${name}" value="${value}">`;

function around(field: PublicField, control: string): string {
  return html`<div class="field"><label for="f-${field.name}">${field.label}!${optional(field)}</label>!${hint(field)}!${control}!${wrong(field)}</div>`;
}

const optional = ({ optional: words, required }: PublicField): string =>
  words && !required ? html` <span class="optional">${words}</span>` : '';
const hint = ({ name, hint: words }: PublicField): string => (words ? html`<p class="hint" id="h-${name}">${words}</p>` : '');
const wrong = ({ name, error }: PublicField): string => (error ? html`<p class="wrong" id="e-${name}">${error}</p>` : '');

function attributes({ name, hint: words, error, required }: PublicField): string {
  const described = [...(error ? [`e-${name}`] : []), ...(words ? [`h-${name}`] : [])].join(' ');
  return [
    ...(described ? [` aria-describedby="${described}"`] : []),
    ...(error ? [' aria-invalid="true"'] : []),
    ...(required ? [' aria-required="true"'] : []),
  ].join('');
}
