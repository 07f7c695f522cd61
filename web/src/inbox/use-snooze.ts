/** Puts a lead off, with the notice that takes it back, and brings one back at once. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Snoozed } from '../../../src/lead/snooze.schema.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showFailed, showUndo } from '../ui/toast.tsx';

/** What is put off: a lead, and whose it is. */
export interface Postponed {
  readonly id: string;
  readonly name: string;
}

export function useSnooze() {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const path = ({ id }: Postponed) => regionPath(`/leads/${id}/snooze`);
  const wake = useMutation({
    mutationFn: (lead: Postponed) => api.delete(path(lead)),
    onSuccess: changed,
    onError: showFailed,
  });
  const put = useMutation({
    mutationFn: ({ lead, until }: { lead: Postponed; until: string }) => api.put(path(lead), { until }, Snoozed),
    onSuccess: (_, { lead, until }) => {
      showUndo(t('snooze.done', { name: lead.name, day: format.day(until) }), () => wake.mutate(lead));
      return changed();
    },
    onError: showFailed,
  });
  return { put: (lead: Postponed, until: string) => put.mutate({ lead, until }), wake: (lead: Postponed) => wake.mutate(lead) };
}
