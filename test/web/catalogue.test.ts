/** The client's words: each catalogue says the same things in Finnish and in English. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../web/src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name));
const finnish = files.filter((name) => name.endsWith('.fi.json'));

type Words = { [key: string]: string | Words };
const read = (file: string): Words => JSON.parse(readFileSync(file, 'utf8'));

/** Paths of all words; plural forms count as one, since languages have their own. */
const keys = (words: Words, above = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [(above + key).replace(/_(one|other)$/, '')] : keys(value, `${above}${key}.`),
  );
const placeholders = (words: Words): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]): [string, string[]][] =>
      typeof value === 'string'
        ? [[key, [...value.matchAll(/\{\{(\w+)/g)].map(([, name]) => name!).sort()]]
        : Object.entries(placeholders(value)).map(([below, names]) => [`${key}.${below}`, names]),
    ),
  );

describe('the catalogues', () => {
  it('are all found', () => expect(finnish.length).toBeGreaterThan(5));

  it.each(finnish.map((file) => [relative(root, file), file]))('say the same in both languages: %s', (_, file) => {
    const english = file.replace('.fi.json', '.en.json');
    expect([...new Set(keys(read(english)))].sort()).toEqual([...new Set(keys(read(file)))].sort());
  });

  it.each(finnish.map((file) => [relative(root, file), file]))('name the same values in both languages: %s', (_, file) => {
    const english = placeholders(read(file.replace('.fi.json', '.en.json')));
    const differing = Object.entries(placeholders(read(file))).filter(
      ([key, names]) => english[key] && new Set([...english[key], ...names, 'count']).size !== new Set([...names, 'count']).size,
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});
