/** Keys made from labels. */
import { describe, expect, it } from '@jest/globals';
import { keyOf } from './label-key.ts';

const none = new Set<string>();
const channelKey = (label: string, taken: ReadonlySet<string>) => keyOf(label, taken, 'channel');

describe('the key of a label', () => {
  it.each([
    ['Messut', 'messut'],
    ['Kylätapahtuma', 'kylatapahtuma'],
    ['Pääkirjasto & Åbo', 'paakirjasto_abo'],
    ['  Ruka–Kuusamo, yhteisö!  ', 'ruka_kuusamo_yhteiso'],
    ['Straße Ærø', 'strasse_aero'],
    ['WhatsApp 2025', 'whatsapp_2025'],
  ])('is made from the label %s', (label, key) => {
    expect(channelKey(label, none)).toBe(key);
  });

  it('is told from others by a number', () => {
    expect(channelKey('Kylä', new Set(['kyla', 'kyla_2']))).toBe('kyla_3');
  });

  it('is a plain word when the label has no Latin letters', () => {
    expect(channelKey('Телеграм', none)).toBe('channel');
    expect(channelKey('!', new Set(['channel']))).toBe('channel_2');
  });

  it('has at most forty characters, the number among them', () => {
    const label = 'a'.repeat(60);
    expect(channelKey(label, none)).toBe('a'.repeat(40));
    expect(channelKey(label, new Set(['a'.repeat(40)]))).toBe(`${'a'.repeat(38)}_2`);
    expect(channelKey(`${'a'.repeat(39)} b`, none)).toBe('a'.repeat(39));
  });
});
