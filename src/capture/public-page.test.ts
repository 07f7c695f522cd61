/** Public pages: nothing that a visitor or a region writes becomes markup, and every error is tied to its field. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { faultSummary, radioChips, textArea, textField } from './public-field.ts';
import { publicPage } from './public-page.ts';

const page = { language: 'ar', title: 'انتقال', region: 'Koillismaa', bodyHtml: '<p>…</p>' };

describe('a public page', () => {
  it('says its language and which way it is written', () => {
    expect(publicPage(page).html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(publicPage({ ...page, language: 'sv' }).html).toContain('<html lang="sv" dir="ltr">');
  });

  it('lets no text become markup', () => {
    const { html } = publicPage({ ...page, title: '<b onclick="x">', region: '"><script>' });
    expect(html).not.toMatch(/<b |<script/);
    expect(textField({ name: 'name', label: '<i>', value: '"><img src=x>' })).not.toMatch(/<i>|<img/);
    expect(textArea({ name: 'message', label: 'Words', value: '</textarea><script>' })).not.toContain('<script>');
  });

  it('allows its own style by its hash, and no frame unless sites are named', () => {
    const { headers, html } = publicPage(page);
    const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'$/);
    expect(publicPage({ ...page, frameAncestors: ['https://kuusamo.fi'] }).headers['content-security-policy']).toMatch(
      /frame-ancestors https:\/\/kuusamo\.fi$/,
    );
  });

  it('links the other languages, the present one marked', () => {
    const { html } = publicPage({
      ...page,
      languagesLabel: 'اللغات',
      languages: [
        { language: 'fi', name: 'suomi', href: '?lang=fi' },
        { language: 'ar', name: 'العربية', href: '?lang=ar' },
      ],
    });
    expect(html).toContain('lang="fi" hreflang="fi" dir="ltr" >suomi</a>');
    expect(html).toMatch(/hreflang="ar" dir="rtl" aria-current="true">العربية/);
  });
});

describe('a field with an error', () => {
  it('is told by its description, and found from the summary', () => {
    const field = textField({ name: 'email', label: 'E-mail', value: 'daria@', error: 'Something is missing after @', hint: 'Or a phone' });
    expect(field).toContain('aria-describedby="e-email h-email" aria-invalid="true"');
    expect(field).toContain('<p class="wrong" id="e-email">Something is missing after @</p>');
    expect(field).toContain('value="daria@"');
    expect(faultSummary('Please check', [{ name: 'email', message: 'Something is missing' }])).toContain('<a href="#f-email">');
  });

  it('of chips leads to the first of them', () => {
    const chips = radioChips({
      name: 'intent',
      label: 'What for?',
      value: 'work',
      choices: [
        { value: 'move', label: 'Move' },
        { value: 'work', label: 'Work' },
      ],
      error: 'Choose one',
    });
    expect(chips).toContain('id="f-intent"');
    expect(chips).toMatch(/value="work" checked/);
  });
});
