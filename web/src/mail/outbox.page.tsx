/** The outbox: every mail that the product wrote, how far it has come, and the way to send it again. */
import { Alert, Button } from '@mantine/core';
import { IconLinkOff, IconMailFast, IconMailOff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutboxItem } from '../../../src/lead/outbox.schema.ts';
import { MailState } from '../../../src/platform/mail/mail.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterChips, ToggleChip } from '../ui/filter-chips.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { useMailSetup } from './mail-setup.ts';
import { MailStateTag } from './mail-state-tag.tsx';
import { OutboxDrawer } from './outbox-drawer.tsx';

const route = getRouteApi('/r/$region/outbox');

export function OutboxPage() {
  const { t } = useTranslation('mail');
  const { regionPath } = useRegion();
  const { q, state } = route.useSearch();
  const navigate = route.useNavigate();
  const setup = useMailSetup();
  const [opened, setOpened] = useState<OutboxItem | null>(null);
  const list = useList(regionPath('/outbox'), OutboxItem, { q, state });
  const filter = (next: Partial<{ q: string | undefined; state: MailState | undefined }>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  return (
    <>
      <PageHeader
        title={t('nav.outbox')}
        sentence={setup?.configured ? t('outbox.sentence', { from: setup.from }) : t('outbox.sentenceKept')}
      />
      {setup?.configured === false && (
        <Alert color="warm" icon={<IconMailOff aria-hidden />} title={t('outbox.notSetUp')} mb="lg">
          {t('outbox.notSetUpText')}
        </Alert>
      )}
      {setup?.configured && !setup.linksWork && (
        <Alert color="warm" icon={<IconLinkOff aria-hidden />} title={t('outbox.noAddress')} mb="lg">
          {t('outbox.noAddressText')}
        </Alert>
      )}
      <FilterChips end={<SearchBox label={t('outbox.search')} value={q ?? ''} onChange={(next) => filter({ q: next || undefined })} />}>
        {MailState.options.map((one) => (
          <ToggleChip key={one} label={t(`state.${one}`)} on={state === one} onChange={(on) => filter({ state: on ? one : undefined })} />
        ))}
      </FilterChips>
      <DataList
        label={t('nav.outbox')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        rowActions={(mail) => (
          <Button variant="default" size="xs" onClick={() => setOpened(mail)} aria-label={t('outbox.openNamed', { what: nameOf(mail) })}>
            {t('outbox.open')}
          </Button>
        )}
        filtered={Boolean(q || state)}
        onClearFilters={() => void navigate({ search: {}, replace: true })}
        empty={<EmptyState icon={<IconMailFast size={24} />} title={t('outbox.empty')} text={t('outbox.emptyText')} />}
      />
      <OutboxDrawer mail={opened} setup={setup} onClose={() => setOpened(null)} />
    </>
  );

  function nameOf({ kind, to }: OutboxItem): string {
    return [t(`kind.${kind}`), to && (to.name || to.email)].filter(Boolean).join(', ');
  }
}

function useColumns(): readonly Column<OutboxItem>[] {
  const { t } = useTranslation('mail');
  const format = useFormat();
  return [
    { key: 'kind', header: t('field.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'to',
      header: t('field.to'),
      cell: ({ to, hidden }) => (hidden ? t('outbox.hidden') : to ? `${to.name} ${to.email}`.trim() : t('outbox.erased')),
    },
    { key: 'subject', header: t('field.subject'), cell: ({ subject }) => subject ?? '–', wideOnly: true },
    { key: 'state', header: t('field.state'), cell: (mail) => <MailStateTag mail={mail} /> },
    { key: 'at', header: t('field.at'), cell: ({ createdAt, sentAt }) => format.moment(sentAt ?? createdAt) },
  ];
}
