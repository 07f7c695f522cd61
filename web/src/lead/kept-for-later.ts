/** Fetches what the quick log needs while there is a connection, so that it opens without one. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFormat } from '../app/format.ts';
import { regionFactsQuery } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { ownProfileQuery } from './language-chips.tsx';
import { heardFromQuery } from './lead-options.ts';
import { todaysActivities } from './met-at.ts';
import { recentActivities } from './recent-activities.ts';
import { controllerQuery } from './use-controller.ts';

const AFTER_START_MS = 1500;

export default function KeptForLater(): null {
  const queryClient = useQueryClient();
  const { regionPath, contactPersonId } = useRegion();
  const today = useFormat().dayOf();
  useEffect(() => {
    const timer = setTimeout(() => {
      void queryClient.prefetchQuery(regionFactsQuery(regionPath));
      void queryClient.prefetchQuery(controllerQuery(regionPath));
      void queryClient.prefetchQuery(heardFromQuery(regionPath));
      void queryClient.prefetchQuery(todaysActivities(regionPath, today));
      void queryClient.prefetchQuery(recentActivities(regionPath));
      if (contactPersonId) void queryClient.prefetchQuery(ownProfileQuery(regionPath, contactPersonId));
    }, AFTER_START_MS);
    return () => clearTimeout(timer);
  }, [queryClient, regionPath, contactPersonId, today]);
  return null;
}
