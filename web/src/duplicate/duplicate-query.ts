/** The work list of pairs, and what can be done with one. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Decided, DuplicatePairs } from '../../../src/lead/duplicate.schema.ts';
import { Unmerged } from '../../../src/lead/merge.schema.ts';
import { api, apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showDone, showFailed, showUndo } from '../ui/toast.tsx';

/** How many pairs wait, once it is known. */
export function useDuplicateCount(): number | undefined {
  const { regionPath } = useRegion();
  return useQuery({ ...apiQuery(regionPath('/duplicates'), DuplicatePairs, { limit: 1 }), select: ({ total }) => total }).data;
}

/** Says that two persons are two, or takes it back; each with the way back in its notice. */
export function useDecision() {
  const { t } = useTranslation('duplicate');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const decide = async ({ a, b, different }: { a: string; b: string; different: boolean }) => {
    const path = regionPath(`/duplicates/${a}/${b}/different`);
    await (different ? api.put(path, undefined, Decided) : api.delete(path, undefined, Decided));
    await changed();
  };
  return useMutation({
    mutationFn: decide,
    onSuccess: (_, { a, b, different }) =>
      showUndo(t(different ? 'decision.different' : 'decision.open'), () => decide({ a, b, different: !different }).catch(showFailed)),
    onError: showFailed,
  });
}

/** Undoes a merge. */
export function useUndoMerge() {
  const { t } = useTranslation('duplicate');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  return useMutation({
    mutationFn: (id: string) => api.post(regionPath(`/merges/${id}/undo`), {}, Unmerged),
    onSuccess: async () => {
      await changed();
      showDone(t('undone'));
    },
    onError: showFailed,
  });
}
