/** The funded programmes of the region. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFolders, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Programme } from '../../../src/region/programme.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProgrammeSheet } from './programme-sheet.tsx';

export function ProgrammeListPage() {
  const { t } = useTranslation('programme');
  const format = useFormat();
  const { regionPath, pagePath, may } = useRegion();
  const [adding, { open, close }] = useDisclosure(false);
  const list = useList(regionPath('/programmes'), Programme);
  const add = may('programme.write') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t('add')}
    </Button>
  );
  const columns: readonly Column<Programme>[] = [
    { key: 'name', header: t('field.name'), cell: ({ name }) => name },
    { key: 'period', header: t('field.period'), cell: ({ startsOn, endsOn }) => format.days(startsOn, endsOn) },
    { key: 'budget', header: t('budget'), align: 'right', cell: ({ budgetCents }) => format.money(budgetCents) },
    { key: 'partners', header: t('word.partners'), align: 'right', cell: ({ partners }) => format.number(partners.length) },
    { key: 'packages', header: t('word.workPackages'), align: 'right', cell: ({ workPackages }) => format.number(workPackages.length) },
  ];
  return (
    <>
      <PageHeader title={t('nav.programmes')} sentence={t('sentence')} actions={add} />
      <DataList
        label={t('nav.programmes')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        href={({ id }) => pagePath(`/programmes/${id}`)}
        empty={<EmptyState icon={<IconFolders size={24} />} title={t('empty')} text={t('emptyText')} action={add} />}
      />
      <ProgrammeSheet opened={adding} onClose={close} />
    </>
  );
}
