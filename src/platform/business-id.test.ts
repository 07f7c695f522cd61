/** Business ids against the reference vectors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BusinessId, isBusinessId, normaliseBusinessId } from './business-id.schema.ts';

interface Vectors {
  readonly valid: readonly string[];
  readonly invalid: readonly (readonly [id: string, why: string])[];
  readonly normalise: readonly (readonly [written: string, id: string])[];
}
const { valid, invalid, normalise }: Vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../test/fixtures/reference/ytunnus.json'), 'utf8'),
);

describe('a business id', () => {
  it.each(valid)('%s is valid', (id) => expect(isBusinessId(id)).toBe(true));

  it.each(invalid)('%s is refused: %s', (id) => expect(BusinessId.safeParse(id).success).toBe(false));

  it.each(normalise)('written as "%s" is %s', (written, id) => expect(normaliseBusinessId(written)).toBe(id));

  it('is kept in its one form', () => expect(BusinessId.parse(' FI01120389 ')).toBe('0112038-9'));

  it('names what is wrong by a code', () => {
    expect(BusinessId.safeParse('0112038-1').error?.issues[0]).toMatchObject({ code: 'custom', params: { code: 'wrong_business_id' } });
  });
});
