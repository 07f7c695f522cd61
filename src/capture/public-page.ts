/** The layout of public pages: rendered here, works without scripts and without cookies, asks nobody else for anything. */
import type { FastifyReply } from 'fastify';
import { html } from 'ghtml';
import { directionOf } from '../platform/words/languages.schema.ts';
import { publicStyle } from './public-style.ts';

/** What a public page says. Parts named `…Html` are finished HTML (made with `ghtml`); everything else is plain text. */
export interface PublicPage {
  /** Code of the page's language; it also says which way the page is written. */
  readonly language: string;
  /** The heading, and with the region's name the title of the window. */
  readonly title: string;
  /** Null where no region is known, as behind an unknown link. */
  readonly region: string | null;
  /** The region's colour, `#rrggbb`; the product's when left out. */
  readonly color?: string | null;
  /** The same page in other languages. Left out with fewer than two. */
  readonly languages?: readonly PageLanguage[];
  /** What the language links are, in the page's language. */
  readonly languagesLabel?: string;
  /** Under the heading, on the tinted ground: whom one talks to. */
  readonly introHtml?: string;
  readonly bodyHtml: string;
  readonly footHtml?: string;
  readonly status?: number;
  /** Origins whose pages may show this one in a frame; none by default. */
  readonly frameAncestors?: readonly string[];
  /** Scripts of this house that the page may use, as paths; none by default, and no page may need one. */
  readonly scripts?: readonly string[];
  /** Whether search engines may list it; a link in a mail must not be. */
  readonly listed?: boolean;
  /** What the page tells others about where its visitor comes from. */
  readonly referrer?: 'no-referrer' | 'strict-origin-when-cross-origin';
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PageLanguage {
  readonly language: string;
  /** In itself: `suomi`, `українська`. */
  readonly name: string;
  readonly href: string;
}

/** A finished page. */
export interface RenderedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** Renders a page with its headers: a policy that allows nothing but its own style, pictures of this house and forms back to it. */
export function publicPage(page: PublicPage): RenderedPage {
  const { language, title, region, introHtml = '', bodyHtml, footHtml = '', scripts = [] } = page;
  const windowTitle = page.status && page.status >= 400 ? `⚠ ${title}` : title;
  return {
    status: page.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': policy(page),
      'referrer-policy': page.referrer ?? 'strict-origin-when-cross-origin',
      'cache-control': 'no-store',
      ...(page.listed ? {} : { 'x-robots-tag': 'noindex, nofollow' }),
      ...page.headers,
    },
    html: `<!doctype html>${html`<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${region && !title.includes(region) ? `${windowTitle} · ${region}` : windowTitle}</title><style>!${publicStyle(page.color ?? null).css}</style>!${scripts.map((path) => html`<script src="${path}" defer></script>`)}</head><body><header class="hero">!${languageLinks(page)}<h1>${title}</h1>!${introHtml}</header><main>!${bodyHtml}</main>!${footHtml ? `<footer>${footHtml}</footer>` : ''}</body></html>`}`,
  };
}

/** Answers a request with a page. */
export function sendPublicPage(reply: FastifyReply, page: PublicPage): FastifyReply {
  const { status, headers, html: text } = publicPage(page);
  // What may frame the page is said by its policy; the older header can't name sites and would forbid those that are named.
  if (page.frameAncestors?.length) reply.raw.removeHeader('x-frame-options');
  return reply.status(status).headers(headers).send(text);
}

function policy({ color = null, frameAncestors = [], scripts = [] }: PublicPage): string {
  return [
    "default-src 'none'",
    `style-src ${publicStyle(color).hash}`,
    "img-src 'self' data:",
    ...(scripts.length ? ["script-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length ? frameAncestors.join(' ') : "'none'"}`,
  ].join('; ');
}

function languageLinks({ language, languages = [], languagesLabel = '' }: PublicPage): string {
  if (languages.length < 2) return '';
  const links = languages.map(
    (other) =>
      html`<li><a href="${other.href}" lang="${other.language}" hreflang="${other.language}" dir="${directionOf(other.language)}" !${other.language === language ? 'aria-current="true"' : ''}>${other.name}</a></li>`,
  );
  return html`<nav aria-label="${languagesLabel}"><ul>!${links}</ul></nav>`;
}
