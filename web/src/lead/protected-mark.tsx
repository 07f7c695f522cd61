/** Marks a person under a non-disclosure order: a word, not only a colour. */
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/tag.tsx';

export function ProtectedMark({ person }: { person: { protected: boolean } }) {
  const { t } = useTranslation('lead');
  if (!person.protected) return null;
  return (
    <Tag tone="warm">
      <IconShieldLock size={13} stroke={2} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('protected.short')}
    </Tag>
  );
}
