/** Puts an activity away from the lists, and takes it out again. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Activity } from '../../../src/activity/activity.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showDone, showFailed, showUndo } from '../ui/toast.tsx';

export function useArchive({ id, title }: Pick<Activity, 'id' | 'title'>) {
  const { t } = useTranslation('activity');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const put = async (archived: boolean) => {
    await api.patch(regionPath(`/activities/${id}`), { archived }, Activity);
    await changed();
  };
  return useMutation({
    mutationFn: put,
    onError: showFailed,
    onSuccess: (_, archived) =>
      archived ? showUndo(t('archive.done', { title }), () => put(false).catch(showFailed)) : showDone(t('archive.restored', { title })),
  });
}
