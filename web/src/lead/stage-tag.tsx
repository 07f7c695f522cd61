/** Where a lead stands, in a word: lost is plain, won is good. */
import type { LeadItem } from '../../../src/lead/lead.schema.ts';
import { Tag } from '../ui/tag.tsx';

export function StageTag({ lead, label }: { lead: Pick<LeadItem, 'stage'>; label: string }) {
  const tone = lead.stage === 'won' ? 'good' : lead.stage === 'lost' ? 'plain' : 'lake';
  return <Tag tone={tone}>{label}</Tag>;
}
