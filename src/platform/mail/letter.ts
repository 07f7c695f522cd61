/** The one letter in which the product writes: calm, one column, the same words as text and as HTML. */
import { html as markup } from 'ghtml';
import { directionOf } from '../words/languages.schema.ts';

export interface LetterButton {
  readonly label: string;
  /** A whole address. */
  readonly url: string;
}

export interface Letter {
  readonly language: string;
  readonly greeting?: string;
  /** Plain words; a line break stays one. */
  readonly paragraphs: readonly string[];
  readonly buttons?: readonly LetterButton[];
  /** Lines under the words: name, title, organisation. */
  readonly signature?: readonly string[];
  /** Small print: why this came, and what to do about it. */
  readonly footer?: readonly string[];
}

const FONT = "font-family:'Segoe UI',system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif";
const INK = '#1c2b2f';
const QUIET = '#5b6b70';
const ACCENT = '#0b5a66';

/** The letter as both parts of a mail. It loads nothing from anywhere and tells nobody that it was opened. */
export function letter(content: Letter): { text: string; html: string } {
  return { text: plain(content), html: page(content) };
}

function plain({ greeting, paragraphs, buttons = [], signature = [], footer = [] }: Letter): string {
  const parts = [
    greeting,
    ...paragraphs,
    ...buttons.map(({ label, url }) => `${label}:\n${url}`),
    signature.join('\n'),
    footer.length ? `--\n${footer.join('\n')}` : undefined,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function page({ language, greeting, paragraphs, buttons = [], signature = [], footer = [] }: Letter): string {
  const direction = directionOf(language);
  const start = direction === 'rtl' ? 'right' : 'left';
  const body = [
    ...(greeting ? [greeting, ...paragraphs] : paragraphs).map(paragraph),
    ...buttons.map(button),
    signature.length ? paragraph(signature.join('\n')) : '',
    footer.length ? small(footer.join('\n')) : '',
  ];
  return markup`<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:0;background:#ffffff">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="max-width:560px"><tr><td dir="${direction}" style="${FONT};font-size:16px;line-height:1.55;color:${INK};text-align:${start}">
!${body}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

const paragraph = (words: string): string => markup`
<p style="margin:0 0 16px">!${lines(words)}</p>`;

const button = ({ label, url }: LetterButton): string => markup`
<table role="presentation" cellspacing="0" cellpadding="0" border="0" style="margin:0 0 12px"><tr><td style="border-radius:8px;background:${ACCENT}">
<a href="${url}" style="display:inline-block;padding:12px 20px;color:#ffffff;text-decoration:none;font-weight:600;border-radius:8px">${label}</a></td></tr></table>`;

const small = (words: string): string => markup`
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #d8e0e2;font-size:13px;color:${QUIET}">!${lines(words)}</p>`;

const lines = (words: string): string =>
  words
    .split('\n')
    .map((line) => markup`${line}`)
    .join('<br>');
