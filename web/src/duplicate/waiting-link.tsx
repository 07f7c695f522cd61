/** From the list of leads to the pairs that wait for a decision; without any it is not there. */
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { useDuplicateCount } from './duplicate-query.ts';

export function WaitingDuplicatesLink() {
  const { t } = useTranslation('duplicate');
  const { pagePath } = useRegion();
  const count = useDuplicateCount();
  if (!count) return null;
  return (
    <ButtonLink variant="default" to={pagePath('/leads/duplicates')} leftSection={<IconUsersGroup size={18} aria-hidden />}>
      {t('waiting', { count })}
    </ButtonLink>
  );
}
