/** The partners of the region, for choosing one. */
import { useQuery } from '@tanstack/react-query';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { Partner } from '../../../src/region/partner.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

const page = pageOf(Partner);

export function usePartners() {
  const { regionPath } = useRegion();
  const query = useQuery(apiQuery(regionPath('/partners'), page, { limit: 200 }));
  const items = query.data?.items ?? [];
  return { ...query, items, options: items.map(({ id, name }) => ({ value: id, label: name })) };
}
