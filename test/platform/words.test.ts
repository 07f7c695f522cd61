/** The server's catalogues: every language says everything, with every plural form it has and the same values. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../src/platform/words/languages.schema.ts';
import { acceptedLanguages, spokenOf } from '../../src/platform/words/languages.ts';
import { Words } from '../../src/platform/words/words.ts';

const root = join(import.meta.dirname, '../../src');
const finnish = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.fi.json'));

type Catalogue = { [key: string]: string | Catalogue };
const PLURAL = /_(zero|one|two|few|many|other)$/;
const flat = (words: Catalogue, above = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[above + key, value]] : flat(value, `${above}${key}.`),
  );
const read = (path: string, language: string) =>
  flat(JSON.parse(readFileSync(join(root, path.replace('.fi.json', `.${language}.json`)), 'utf8')));
const base = (key: string) => key.replace(PLURAL, '');
const values = (text: string) => new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name!));

describe.each(finnish.map((path) => [relative('.', path)]))('%s', (path) => {
  const expected = read(path, 'fi');
  const names = new Map<string, Set<string>>();
  for (const [key, text] of expected) names.set(base(key), new Set([...(names.get(base(key)) ?? []), ...values(text)]));

  it.each([...LANGUAGES])('says the same in %s', (language) => {
    const said = read(path, language);
    expect([...new Set(said.map(([key]) => base(key)))].sort()).toEqual([...names.keys()].sort());
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const plural of new Set(expected.filter(([key]) => PLURAL.test(key)).map(([key]) => base(key)))) {
      expect(said.filter(([key]) => base(key) === plural).map(([key]) => key)).toEqual(
        expect.arrayContaining(forms.map((form) => `${plural}_${form}`)),
      );
    }
    for (const [key, text] of said) {
      expect(text.trim()).not.toBe('');
      const unknown = [...values(text)].filter((name) => name !== 'count' && !names.get(base(key))?.has(name));
      expect([key, unknown]).toEqual([key, []]);
    }
  });
});

describe('the words', () => {
  it('are those of the language asked for, and English where there is none', () => {
    expect(spokenOf('fi-FI')).toBe('fi');
    expect(spokenOf(null, 'et', 'uk')).toBe('uk');
    expect(spokenOf('et')).toBe('en');
    expect(acceptedLanguages('sv;q=0.5, uk-UA, fi;q=0.9, *;q=0.1, en;q=0')).toEqual(['uk-ua', 'fi', 'sv']);
    expect(acceptedLanguages(undefined)).toEqual([]);
    expect(new Words().of('nothing', 'fi')('a.key')).toBe('a.key');
  });
});
