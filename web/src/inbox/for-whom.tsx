/** Says for whom she acts: somebody who is away, and whose substitute she is. */
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { Tag } from '../ui/tag.tsx';

/** `person`: whose it is; nothing is said about her own, or about what is nobody's. */
export function ForWhom({ person }: { person: { readonly id: string; readonly name: string } | null }) {
  const { t } = useTranslation('inbox');
  const { contactPersonId } = useRegion();
  return person && person.id !== contactPersonId ? <Tag tone="good">{t('forWhom', { name: person.name })}</Tag> : null;
}
