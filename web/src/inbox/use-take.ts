/** Takes a lead out of the common inbox; says so when somebody else was quicker. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LeadItem } from '../../../src/lead/lead.schema.ts';
import { OwnerChanged } from '../../../src/lead/owner.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showDone, showFailed } from '../ui/toast.tsx';

export function useTake() {
  const { t } = useTranslation('inbox');
  const { regionPath, contactPersonId } = useRegion();
  const changed = useRegionChanged();
  const take = useMutation({
    mutationFn: ({ id }: LeadItem) => api.post(regionPath(`/leads/${id}/owner`), { contactPersonId, from: null }, OwnerChanged),
    onSuccess: ({ controllerChanged }, { person }) => {
      showDone(t(controllerChanged ? 'take.doneController' : 'take.done', { name: person.name }));
      return changed();
    },
    onError: (error) => {
      showFailed(error);
      return changed();
    },
  });
  return { take: (lead: LeadItem) => take.mutate(lead), taking: take.isPending ? take.variables.id : undefined };
}
