/** Names that are one person's, and names that are not. Keys as the database makes them: small letters, no marks, words sorted. */
import { expect, it } from '@jest/globals';
import { editsBetween, nameLikeness } from './name-likeness.ts';

it.each([
  ['makinen vaino', 'makinen vaino', 'the same'],
  ['matti virtanen', 'matti virtaenn', 'two letters swapped'],
  ['matti virtanen', 'matti virtannen', 'a letter too many'],
  ['katariina lehtonen', 'katarina lehtonen', 'a letter too few'],
  ['jarvela maarit', 'jaervela maarit', 'a letter spelt out'],
  ['makinen v', 'makinen vaino', 'an initial'],
  ['alex ivanov', 'alexander ivanov', 'a short form'],
  ['makinen vaino', 'makinen stahl vaino', 'a second surname'],
  ['anna korhonen maria', 'anna korhonen', 'a second first name'],
  ['olenka', 'olenka', 'one word, the same'],
])('%s and %s are alike: %s', (one, other) => {
  expect(nameLikeness(one, other)).toBeGreaterThanOrEqual(0.6);
  expect(nameLikeness(other, one)).toBe(nameLikeness(one, other));
});

it.each([
  ['matti virtanen', 'matti virtala', 'another surname'],
  ['mika laine', 'mira laine', 'another short name'],
  ['makinen vaino', 'korhonen vaino', 'only the first name'],
  ['vaino', 'makinen vaino', 'a first name alone'],
  ['a b', 'anna brun', 'only initials'],
  ['', '', 'nothing'],
])('%s and %s are two: %s', (one, other) => {
  expect(nameLikeness(one, other)).toBeNull();
  expect(nameLikeness(other, one)).toBeNull();
});

it('is the surer, the less differs', () => {
  const likeness = (other: string) => nameLikeness('matti virtanen', other)!;
  expect(likeness('matti virtanen')).toBeGreaterThan(likeness('matti virtannen'));
  expect(likeness('matti virtannen')).toBeGreaterThan(likeness('m virtanen'));
});

it('counts edits', () => {
  expect(['', 'a', 'ab', 'ba', 'abc'].map((word) => editsBetween('ab', word))).toEqual([2, 1, 0, 1, 1]);
  expect(editsBetween('kitten', 'sitting')).toBe(3);
});
