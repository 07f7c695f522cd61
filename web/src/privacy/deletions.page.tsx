/** The leads whose deletion was announced: who is still with us is contacted, and then stays. */
import { IconHourglassEmpty } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Deletion } from '../../../src/privacy/privacy.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tag } from '../ui/tag.tsx';

export function DeletionsPage() {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { regionPath, pagePath } = useRegion();
  const list = useList(regionPath('/deletions'), Deletion);
  const columns: readonly Column<Deletion>[] = [
    {
      key: 'name',
      header: t('field.name'),
      cell: ({ name, open }) => (
        <>
          {name || t('nameless', { ns: 'lead' })} {open && <Tag tone="warm">{t('deletions.open')}</Tag>}
        </>
      ),
    },
    { key: 'deleteOn', header: t('deletions.on'), cell: ({ deleteOn }) => format.day(deleteOn) },
    { key: 'touchedAt', header: t('deletions.touched'), cell: ({ touchedAt }) => format.day(format.dayOf(touchedAt)) },
    { key: 'owner', header: t('deletions.owner'), cell: ({ owner }) => owner?.name ?? '–' },
  ];
  return (
    <>
      <PageHeader
        title={t('deletions.title')}
        sentence={t('deletions.sentence')}
        crumb={<PageLink to={pagePath('/leads')}>{t('nav.leads')}</PageLink>}
      />
      <DataList
        label={t('deletions.title')}
        columns={columns}
        list={list}
        rowKey={({ leadId }) => leadId}
        href={({ leadId }) => pagePath(`/leads/${leadId}`)}
        empty={<EmptyState icon={<IconHourglassEmpty size={24} />} title={t('deletions.none')} text={t('deletions.noneHint')} />}
      />
    </>
  );
}
