/** Makes two persons one, goes to her lead, and offers to undo it. */
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ComparedPair } from '../../../src/lead/duplicate.schema.ts';
import { Merged } from '../../../src/lead/merge.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showUndo } from '../ui/toast.tsx';
import { useUndoMerge } from './duplicate-query.ts';
import { type Choices, inputOf } from './merge-choices.ts';

export function useMerge(pair: ComparedPair) {
  const { t } = useTranslation('duplicate');
  const { regionPath, pagePath } = useRegion();
  const navigate = useNavigate();
  const changed = useRegionChanged();
  const undo = useUndoMerge();
  return useMutation({
    mutationFn: (choices: Choices) => api.post(regionPath('/persons/merge'), inputOf(pair, choices), Merged),
    onSuccess: async ({ id, leadId }) => {
      const [newest] = [...pair.a.leads, ...pair.b.leads];
      const lead = leadId ?? newest?.id;
      await navigate({ to: pagePath(lead ? `/leads/${lead}` : '/leads/duplicates') });
      showUndo(t('merged'), () => undo.mutateAsync(id).catch(() => undefined));
      await changed();
    },
  });
}
