/** The region's contact forms: where each is, who answers it, and how many have written through it. */
import { Group } from '@mantine/core';
import { IconClipboardText, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../src/capture/form.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tag } from '../ui/tag.tsx';

export function FormListPage() {
  const { t } = useTranslation('form');
  const format = useFormat();
  const { regionPath, pagePath, may } = useRegion();
  const list = useList(regionPath('/forms'), Form);
  const add = may('form.write') && (
    <ButtonLink to={pagePath('/forms/new')} leftSection={<IconPlus size={18} aria-hidden />}>
      {t('add')}
    </ButtonLink>
  );
  const columns: readonly Column<Form>[] = [
    {
      key: 'title',
      header: t('title'),
      cell: ({ title, paused }) => (
        <Group gap={8}>
          {title} {paused && <Tag tone="warm">{t('paused')}</Tag>}
        </Group>
      ),
    },
    { key: 'address', header: t('address'), cell: ({ slug }) => `/c/${slug}` },
    { key: 'contactPerson', header: t('field.contactPerson'), cell: ({ contactPerson }) => contactPerson.name },
    { key: 'languages', header: t('field.languages'), cell: ({ languages }) => languages.map(format.language).join(', ') },
    { key: 'leads', header: t('leads'), align: 'right', cell: ({ leads }) => format.number(leads) },
  ];
  return (
    <>
      <PageHeader title={t('nav.forms')} sentence={t('sentence')} actions={add} />
      <DataList
        label={t('nav.forms')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        href={({ id }) => pagePath(`/forms/${id}`)}
        empty={<EmptyState icon={<IconClipboardText size={24} />} title={t('empty')} text={t('emptyText')} action={add} />}
      />
    </>
  );
}
