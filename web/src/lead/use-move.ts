/** Writes that a lead moved to another stage, with the notice that takes it back. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LeadItem, StageInput } from '../../../src/lead/lead.schema.ts';
import { StageChanged } from '../../../src/lead/stage.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showFailed, showUndo } from '../ui/toast.tsx';
import { usePipelines } from './lead-options.ts';

/** What must be known of a lead to move it. */
export type MovableLead = Pick<LeadItem, 'id' | 'person' | 'intent' | 'pipeline' | 'stage' | 'municipality' | 'createdAt'>;

export interface Move extends StageInput {
  lead: MovableLead;
}

/** The key of pending moves, for pages that show them before the server answered. */
export const movesKey = ['stage-moves'] as const;

/** Writes a stage change; the notice it leaves takes it back. */
export function useMove() {
  const { t } = useTranslation('lead');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const pipelines = usePipelines();
  return useMutation({
    mutationKey: movesKey,
    mutationFn: ({ lead, ...input }: Move) => api.post(regionPath(`/leads/${lead.id}/stage`), input, StageChanged),
    onSuccess: ({ id }, { lead, stage }) => {
      const words = t('moved', { name: lead.person.name, stage: pipelines.stage(lead.pipeline, stage) });
      showUndo(words, async () => {
        await api.post(regionPath(`/stage-changes/${id}/void`), { reason: t('undoReason') }).catch(showFailed);
        await changed();
      });
      return changed();
    },
  });
}
