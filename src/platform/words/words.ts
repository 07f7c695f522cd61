/** The server's words, from the catalogues `src/<room>/<name>.<language>.json`: for mails and the pages of the public. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createInstance, type Resource } from 'i18next';
import { LANGUAGES } from './languages.schema.ts';
import { FALLBACK } from './languages.ts';

/** The text of a key such as `receipt.subject`, with values for its `{{name}}`s and a `count` for its plural forms; never escaped. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const ROOMS = join(import.meta.dirname, '../..');
const CATALOGUE = /^([\w-]+)\.([a-z]{2})\.json$/;

@Injectable()
export class Words {
  private readonly i18n = createInstance();

  constructor() {
    void this.i18n.init({
      resources: catalogues(),
      fallbackLng: FALLBACK,
      supportedLngs: [...LANGUAGES],
      interpolation: { escapeValue: false },
      returnNull: false,
      initAsync: false,
    });
  }

  /** The words of the catalogue `name` in `language`; English where a language or a text is missing. */
  of(name: string, language: string): Say {
    const t = this.i18n.getFixedT(language, name);
    return (key, values = {}) => t(key, values);
  }
}

/** Every catalogue of the house, read once at the start. */
function catalogues(): Resource {
  const resources: Resource = {};
  for (const path of readdirSync(ROOMS, { recursive: true, encoding: 'utf8' })) {
    const [, name, language] = CATALOGUE.exec(basename(path)) ?? [];
    if (!name || !language) continue;
    const words = resources[language] ?? {};
    resources[language] = words;
    if (words[name]) throw new Error(`Two catalogues are called ${name}.${language}.json`);
    words[name] = JSON.parse(readFileSync(join(ROOMS, path), 'utf8'));
  }
  return resources;
}
