/** Adds and takes away readings of a counter, each with its way back. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Figures, SnapshotOut, type SnapshotKey } from '../../../src/activity/metric.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showFailed, showUndo } from '../ui/toast.tsx';

export type NewReading = SnapshotKey & { value: number };

export function useReadings(activityId: string) {
  const { t } = useTranslation('activity');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const path = regionPath(`/activities/${activityId}/snapshots`);
  const put = (readings: readonly NewReading[]) => api.post(path, readings, Figures);
  const take = ({ metric, takenAt, source }: SnapshotKey) =>
    api.delete(path, undefined, SnapshotOut, { query: { metric, takenAt, source } });
  const back = async (work: () => Promise<unknown>) => {
    await work().catch(showFailed);
    await changed();
  };
  const add = useMutation({
    mutationFn: (reading: NewReading) => put([reading]),
    onSuccess: async (_, reading) => {
      showUndo(t('counter.saved'), () => back(() => take(reading)));
      await changed();
    },
  });
  const remove = useMutation({
    mutationFn: take,
    onError: showFailed,
    onSuccess: async ({ metric, takenAt, value, source }: z.infer<typeof SnapshotOut>) => {
      showUndo(t('counter.removed'), () => back(() => put([{ metric, takenAt, value, source }])));
      await changed();
    },
  });
  return { add, remove };
}
