/** Which partner's papers are shown; a region with one partner is not asked. */
import { Select, Skeleton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePartners } from '../settings/partners.ts';
import { Problem } from '../ui/problem.tsx';

export function PartnerChoice({ children }: { children: (partner: { id: string; name: string }) => ReactNode }) {
  const { t } = useTranslation('privacy');
  const { items, options, error, refetch } = usePartners();
  const [chosen, choose] = useState<string | null>(null);
  const partner = items.find(({ id }) => id === chosen) ?? items[0];
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!partner) return <Skeleton height={320} radius="md" />;
  return (
    <>
      {items.length > 1 && (
        <Select
          className="no-print"
          label={t('partner')}
          description={t('partnerHint')}
          data={options}
          value={partner.id}
          onChange={choose}
          allowDeselect={false}
          maw={420}
          mb="md"
        />
      )}
      {children(partner)}
    </>
  );
}
