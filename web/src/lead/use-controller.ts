/** The partner that the viewer's leads belong to: the controller of their data, with its basis and notice. */
import { useQuery } from '@tanstack/react-query';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { Partner } from '../../../src/region/partner.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

const page = pageOf(Partner);

export function useController(): Partner | undefined {
  const { regionPath, partnerId } = useRegion();
  const { data } = useQuery({ ...apiQuery(regionPath('/partners'), page, { limit: 200 }), staleTime: 10 * 60_000 });
  return data?.items.find(({ id }) => id === partnerId) ?? data?.items[0];
}
