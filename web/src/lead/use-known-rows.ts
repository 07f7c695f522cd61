/** Which rows of the bulk log may be somebody known already, in the product or further up in the same table. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { DuplicateLists } from '../../../src/lead/lead-bulk.schema.ts';
import type { PossibleDuplicate } from '../../../src/lead/lead.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { withoutBlanks } from '../app/zod-form.ts';
import { municipalityOfCell } from '../ui/bulk-table/cell-values.ts';
import type { BulkRow } from '../ui/bulk-table/rows.ts';

export interface KnownRow {
  found: readonly PossibleDuplicate[];
  /** The row further up that says the same e-mail or number. */
  sameAs?: number | undefined;
}

const traitsOf = ({ id, cells: { name = '', email = '', phone = '', municipality = '' } }: BulkRow) => ({
  id,
  ...withoutBlanks({
    name: name.slice(0, 160),
    email: email.slice(0, 254),
    phone: phone.slice(0, 40),
    municipality: municipalityOfCell(municipality) ?? '',
  }),
});

const reachesOf = ({ cells: { email = '', phone = '' } }: BulkRow) =>
  [email.trim().toLowerCase(), phone.replace(/\D/g, '').replace(/^(358|0)/, '')].filter((reach) => reach.length > 4);

export function useKnownRows(rows: readonly BulkRow[]): ReadonlyMap<string, KnownRow> {
  const { regionPath } = useRegion();
  const path = regionPath('/leads/bulk/duplicates');
  const [asked] = useDebouncedValue(JSON.stringify(rows.map(traitsOf).filter((traits) => Object.keys(traits).length > 1)), 600);
  const traits = JSON.parse(asked) as ReturnType<typeof traitsOf>[];
  const { data } = useQuery({
    queryKey: [...apiKey(path), asked],
    queryFn: ({ signal }) => api.post(path, { rows: traits.map(({ id: _, ...of }) => of) }, DuplicateLists, { signal }),
    enabled: traits.length > 0,
    placeholderData: (before) => before,
    retry: false,
  });
  const known = new Map<string, KnownRow>();
  traits.forEach(({ id }, at) => {
    const found = data?.items[at] ?? [];
    if (found.length > 0) known.set(id, { found });
  });
  const seen = new Map<string, number>();
  rows.forEach((row, at) => {
    const reaches = reachesOf(row);
    const sameAs = reaches.map((reach) => seen.get(reach)).find((place) => place !== undefined);
    if (sameAs !== undefined) known.set(row.id, { found: known.get(row.id)?.found ?? [], sameAs });
    for (const reach of reaches) if (!seen.has(reach)) seen.set(reach, at);
  });
  return known;
}

/**
 * What is done with a row while nobody chose: a sure duplicate is met again, a name alone is no proof. `''` where somebody must
 * decide first: left out unasked, what the row says of her would be lost.
 */
export function usualDecision(known: KnownRow | undefined, hasMeeting: boolean): string {
  if (!known) return 'new';
  const sure = known.found.find(({ why, leadId }) => why !== 'name' && leadId !== null);
  if (sure?.leadId) return hasMeeting ? sure.leadId : '';
  return known.sameAs === undefined ? 'new' : '';
}
