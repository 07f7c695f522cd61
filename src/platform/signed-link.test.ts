import { describe, expect, it } from '@jest/globals';
import type { Settings } from './settings.ts';
import { SignedLinks } from './signed-link.ts';

const links = new SignedLinks({ sessionSecret: 'a secret of this test, long enough' } as Settings);
const linked = { kind: 'person', regionId: '0198c7a0-0000-7000-8000-000000000001', id: '0198c7a0-0000-7000-8000-000000000002' };
const now = new Date('2026-03-01T12:00:00Z');

describe('a link in a mail', () => {
  it('opens what it was made for until the end of its last day', () => {
    const token = links.token(linked, 30, now);
    expect(links.read('person', token, now)).toEqual(linked);
    expect(links.read('person', token, new Date('2026-03-31T23:59:59Z'))).toEqual(linked);
    expect(links.read('person', token, new Date('2026-04-01T00:00:00Z'))).toBeUndefined();
  });

  it('opens nothing else', () => {
    const token = links.token(linked, 30, now);
    expect(links.read('follow-up', token, now)).toBeUndefined();
    const bytes = Buffer.from(token, 'base64url');
    for (const at of [0, 20, 34, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(links.read('person', changed.toString('base64url'), now)).toBeUndefined();
    }
    expect(links.read('person', 'none', now)).toBeUndefined();
    expect(new SignedLinks({ sessionSecret: 'another secret of this test, long' } as Settings).read('person', token, now)).toBeUndefined();
  });
});
