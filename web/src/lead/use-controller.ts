/** The partner that the viewer's leads belong to: the controller of their data, with its basis and notice. */
import { useQuery } from '@tanstack/react-query';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { Partner } from '../../../src/region/partner.schema.ts';
import { useRegion } from '../app/region.tsx';
import { keptQuery } from '../offline/kept-answer.ts';

const page = pageOf(Partner);

export const controllerQuery = (regionPath: (path: string) => string) => ({
  ...keptQuery(regionPath('/partners'), page, { limit: 200 }),
  staleTime: 10 * 60_000,
});

export function useController(): Partner | undefined {
  const { regionPath, partnerId } = useRegion();
  const { data } = useQuery(controllerQuery(regionPath));
  return data?.items.find(({ id }) => id === partnerId) ?? data?.items[0];
}
