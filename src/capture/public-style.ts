/** The one look of public pages: small, light and dark, on paper, right to left; allowed by its hash, so no other style can slip in. A region's colour makes it the region's. */
import { createHash } from 'node:crypto';
import { darkColors, lightColors, type PublicColors } from './public-colors.ts';

const LIGHT =
  '--ink:#12262b;--soft:#4a5f65;--line:#dfe7e9;--edge:#8a9ca1;--page:#fff;--tint:#e3f1f1;--deep:#a9d0d2;--lake:#0d5c63;--on:#fff;--mark:#0a4a50;--warm:#b4460f;--wrong:#8f350a;--glow:#fdefe6';
const DARK =
  '--ink:#e2edee;--soft:#a1b5b8;--line:#2f484d;--edge:#879da1;--page:#0e1e22;--tint:#14303a;--deep:#1d4a52;--lake:#7dbcc0;--on:#08242a;--mark:#cbe4e5;--warm:#ec935a;--wrong:#f2ae82;--glow:#2c1d14';

const styleOf = (light: string, dark: string) =>
  `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:16px}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif;overflow-wrap:break-word}
a{color:var(--lake)}p{margin:0 0 12px}ul,ol{margin:0 0 12px;padding-inline-start:22px}
h1{font-size:26px;line-height:1.22;letter-spacing:-.015em;margin:0;font-weight:650}[dir=rtl] h1{letter-spacing:0}.hero h1+p{margin:8px 0 0}
h2{font-size:18px;line-height:1.3;margin:8px 0 8px;font-weight:620}
.hero{background:var(--tint)}.hero>*,main,footer{max-width:560px;margin-inline:auto;padding-inline:18px}
.hero>:first-child{padding-top:20px}.hero>:last-child{padding-bottom:20px}
main{padding-block:20px 12px}
footer{padding-block:12px 28px;color:var(--soft);font-size:14px}
nav ul{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:2px 14px;list-style:none;margin:0 0 10px;padding:0;font-size:15px}
nav a{display:inline-block;padding:5px 0}nav [aria-current]{font-weight:650;color:var(--ink);text-decoration:none}
.soft{color:var(--soft);font-size:14px}.keep{white-space:pre-line}
.face{display:flex;gap:14px;align-items:center;margin-top:14px}.face p{margin:0}
.face img,.face .initials{flex:none;width:64px;height:64px;border-radius:50%;object-fit:cover;background:var(--deep)}
.initials{display:grid;place-items:center;font-weight:650;font-size:22px;color:var(--mark)}
form{margin:0}.field{margin:0 0 18px;border:0;padding:0;min-width:0}
label,legend,.label{display:block;font-weight:580;font-size:15px;margin:0 0 6px;padding:0}
.optional{font-weight:400;color:var(--soft)}
.hint{color:var(--soft);font-size:14px;margin:-2px 0 6px}
input:not([type=radio],[type=checkbox]),select,textarea{width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--edge);border-radius:8px;background:var(--page);color:inherit;font:inherit;font-size:16px}
textarea{min-height:110px;resize:vertical}
[aria-invalid=true]:not([type=radio],[type=checkbox],fieldset){border:2px solid var(--warm)!important;padding:9px 11px}
.wrong{color:var(--wrong);font-size:14px;margin:5px 0 0}
.summary{border:2px solid var(--warm);background:var(--glow);border-radius:8px;padding:14px 16px;margin:0 0 20px}
.summary h2{margin:0 0 6px;font-size:17px}.summary ul{margin:0}.summary p:last-child{margin:0}.summary a{color:var(--wrong)}
.chips{display:flex;flex-wrap:wrap;gap:8px}
.chips label{position:relative;margin:0;font-weight:400}
.chips input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.chips span{display:block;min-height:44px;padding:10px 16px;border:1px solid var(--edge);border-radius:999px;line-height:22px}
.chips input:checked+span{background:var(--tint);border-color:var(--lake);box-shadow:inset 0 0 0 1px var(--lake);color:var(--mark);font-weight:580}
.button,button{display:block;width:100%;min-height:52px;border:1px solid var(--lake);border-radius:8px;background:var(--lake);color:var(--on);font:inherit;font-weight:600;font-size:17px;padding:12px 18px;text-align:center;text-decoration:none;cursor:pointer}
.quiet{background:var(--page);color:var(--lake)}.buttons{display:grid;gap:10px;margin:0 0 18px}
:focus-visible,.chips input:focus-visible+span{outline:3px solid var(--lake);outline-offset:2px}
.panel{border:1px solid var(--line);border-radius:10px;padding:16px 18px;margin:0 0 18px}.panel>:last-child{margin-bottom:0}
dl{margin:0 0 12px}dt{color:var(--soft);font-size:14px}dd{margin:0 0 10px}
.tick{display:flex;gap:10px;font-weight:400}.tick input{flex:none;width:22px;height:22px;margin:1px 0 0}
.trap{position:absolute;inset-inline-start:-9999px;width:1px;height:1px;overflow:hidden}
.funding{display:flex;gap:12px;align-items:center;border-top:1px solid var(--line);padding-top:14px;margin-top:18px}.funding p{margin:0}.funding svg{flex:none;width:60px;height:40px}
@media (forced-colors:active){.chips input:checked+span{outline:3px solid Highlight}}
@media print{:root{${light}}nav,button,.button{display:none}.hero{background:none}.hero>*,main,footer{max-width:none}}
`
    .trim()
    .replaceAll('\n', '');

/** A page's style, and its hash for `style-src`. */
export interface PublicStyle {
  readonly css: string;
  readonly hash: string;
}

function withHash(css: string): PublicStyle {
  return { css, hash: `'sha256-${createHash('sha256').update(css).digest('base64')}'` };
}

const declared = (colors: PublicColors) => Object.entries(colors).map(([name, color]) => `;--${name}:${color}`);

const PRODUCT = withHash(styleOf(LIGHT, DARK));
/** By colour; emptied when it holds more than any installation has regions. */
const made = new Map<string, PublicStyle>();
const KEPT = 500;

/** The style of pages in this colour, `#rrggbb`; null is the product's. */
export function publicStyle(color: string | null): PublicStyle {
  if (!color) return PRODUCT;
  const known = made.get(color);
  if (known) return known;
  if (made.size >= KEPT) made.clear();
  const style = withHash(styleOf(LIGHT + declared(lightColors(color)).join(''), DARK + declared(darkColors(color)).join('')));
  made.set(color, style);
  return style;
}
