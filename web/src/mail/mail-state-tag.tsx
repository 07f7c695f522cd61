/** How far a mail has come, in one word. */
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../src/lead/outbox.schema.ts';
import { Tag } from '../ui/tag.tsx';

const TONES = { waiting: 'lake', sent: 'good', kept: 'plain', failed: 'warm' } as const;

export function MailStateTag({ mail: { state } }: { mail: Pick<OutboxItem, 'state'> }) {
  const { t } = useTranslation('mail');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
