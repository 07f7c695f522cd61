/** Makes and changes tracked links; a pause can be taken back. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, type LinkChange, type LinkInput } from '../../../src/activity/link.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showDone, showFailed, showUndo } from '../ui/toast.tsx';

export function useMakeLink(activityId: string) {
  const { t } = useTranslation('link');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  return useMutation({
    mutationFn: (input: LinkInput) => api.post(regionPath(`/activities/${activityId}/links`), input, Link),
    onSuccess: async () => {
      showDone(t('form.made'));
      await changed();
    },
  });
}

export function useChangeLink(id: string) {
  const { t } = useTranslation('link');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const patch = (change: LinkChange) => api.patch(regionPath(`/links/${id}`), change, Link);
  const save = useMutation({
    mutationFn: patch,
    onSuccess: async () => {
      showDone(t('form.saved'));
      await changed();
    },
  });
  const pause = useMutation({
    mutationFn: (paused: boolean) => patch({ paused }),
    onError: showFailed,
    onSuccess: async (_, paused) => {
      showUndo(t(paused ? 'paused' : 'resumed'), async () => {
        await patch({ paused: !paused }).catch(showFailed);
        await changed();
      });
      await changed();
    },
  });
  return { save, pause };
}
