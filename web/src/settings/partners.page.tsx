/** The partners: controllers of their leads' personal data, each with its lawful basis. */
import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Partner } from '../../../src/region/partner.schema.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PartnerSheet } from './partner-sheet.tsx';
import { SettingsFrame } from './settings-frame.tsx';

export function PartnersPage() {
  const { t } = useTranslation('settings');
  const { regionPath } = useRegion();
  const [shown, setShown] = useState<Partner | 'new' | null>(null);
  const list = useList(regionPath('/partners'), Partner);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setShown('new')}>
      {t('partners.add')}
    </Button>
  );
  const columns: readonly Column<Partner>[] = [
    { key: 'name', header: t('field.name'), cell: ({ name }) => name },
    { key: 'businessId', header: t('field.businessId'), cell: ({ businessId }) => businessId ?? '–' },
    { key: 'basis', header: t('field.basis'), cell: ({ basis }) => t(`basis.${basis}`) },
    { key: 'notice', header: t('partners.notice'), cell: ({ noticeVersion }) => noticeVersion },
  ];
  return (
    <SettingsFrame page="partners" actions={add}>
      <DataList
        label={t('word.partners')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        rowActions={(partner) => (
          <Button variant="default" size="sm" aria-label={t('partners.edit', { name: partner.name })} onClick={() => setShown(partner)}>
            {t('do.edit')}
          </Button>
        )}
        empty={<EmptyState icon={<IconBuildingCommunity size={24} />} title={t('partners.title')} action={add} />}
      />
      <PartnerSheet shown={shown} onClose={() => setShown(null)} />
    </SettingsFrame>
  );
}
