/** What the person is told about her data, by the partner's lawful basis, and whether she was told. */
import { Checkbox } from '@mantine/core';
import type { Partner } from '../../../src/region/partner.schema.ts';
import { useTranslation } from 'react-i18next';
import { useRegionFacts } from '../app/municipalities.ts';

interface Props {
  partner: Partner | undefined;
  told: boolean;
  onChange: (told: boolean) => void;
}

export function Notice({ partner, told, onChange }: Props) {
  const { t } = useTranslation('lead');
  const months = useRegionFacts()?.retentionMonths;
  if (!partner || !months) return <div style={{ minHeight: '4rem' }} />;
  const keeps = months % 12 === 0 ? t('notice.years', { count: months / 12 }) : t('notice.months', { count: months });
  return (
    <Checkbox
      checked={told}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={t('notice.told')}
      description={t(`notice.${partner.basis}`, { partner: partner.name, keeps })}
    />
  );
}
