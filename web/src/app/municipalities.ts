/** Names of the municipalities in the client's language, and which of them are the region's own. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { MUNICIPALITIES, municipalityName } from '../../../src/platform/municipality.schema.ts';
import { Region } from '../../../src/region/region.schema.ts';
import { keptQuery } from '../offline/kept-answer.ts';
import { useRegion } from './region.tsx';

const options = MUNICIPALITIES.map(({ code, fi }) => ({ code, name: fi })).sort((a, b) => a.name.localeCompare(b.name, 'fi'));

type RegionPath = (path: string) => string;
export const regionFactsQuery = (regionPath: RegionPath) => ({ ...keptQuery(regionPath(''), Region), staleTime: 10 * 60_000 });

/** What is known of the region beyond the session: its municipalities, its limits. */
export function useRegionFacts(): Region | undefined {
  const { regionPath } = useRegion();
  return useQuery(regionFactsQuery(regionPath)).data;
}

/** For MunicipalityPicker (`options`, `first`) and for showing a code (`name`). */
export function useMunicipalities() {
  const own = useRegionFacts()?.municipalities;
  return useMemo(
    () => ({
      options,
      first: own ?? [],
      name: (code: string | null | undefined): string | undefined => (code ? municipalityName(code) : undefined),
    }),
    [own],
  );
}
