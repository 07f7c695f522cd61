/** The audit for admins: who read or changed what and when; never what stood there. */
import { Group, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditEntry } from '../../../src/privacy/audit.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export function AuditPage() {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { regionPath } = useRegion();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const lead = UUID.exec(address)?.[0];
  const list = useList(regionPath('/audit'), AuditEntry, { from, to, lead });
  const columns: readonly Column<AuditEntry>[] = [
    { key: 'at', header: t('audit.at'), cell: ({ at }) => format.moment(at) },
    { key: 'actor', header: t('audit.actor'), cell: ({ actor }) => actor?.name ?? t('audit.nobody') },
    { key: 'action', header: t('audit.action'), cell: ({ action }) => t(`audit.do.${action}`, { defaultValue: action }) },
    { key: 'table', header: t('audit.what'), cell: ({ table }) => t(`audit.table.${table}`, { defaultValue: table }) },
    { key: 'columns', header: t('audit.columns'), cell: ({ columns: changed }) => changed.join(', ') || '–', wideOnly: true },
  ];
  return (
    <SettingsFrame page="audit">
      <Group gap="sm" mb="md" align="flex-end">
        <DayInput label={t('audit.from')} value={from} onChange={setFrom} clearable />
        <DayInput label={t('audit.to')} value={to} onChange={setTo} clearable />
        <TextInput
          label={t('audit.lead')}
          description={t('audit.leadHint')}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
      </Group>
      <DataList
        label={t('audit.title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => String(id)}
        filtered={Boolean(from || to || lead)}
        empty={<EmptyState icon={<IconHistory size={24} />} title={t('audit.none')} />}
      />
    </SettingsFrame>
  );
}
