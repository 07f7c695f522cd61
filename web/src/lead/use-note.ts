/** Writes a note on a lead. */
import { useMutation } from '@tanstack/react-query';
import type { NoteInput } from '../../../src/lead/lead.schema.ts';
import { NoteAdded } from '../../../src/lead/note.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';

export function useNote(leadId: string) {
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  return useMutation({
    mutationFn: (note: Pick<NoteInput, 'text' | 'contact'>) => api.post(regionPath(`/leads/${leadId}/notes`), note, NoteAdded),
    onSuccess: changed,
  });
}
