/** The audit for admins: who read or changed what and when; never what stood there. */
import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Member } from '../../../src/contact/member.schema.ts';
import { AuditEntry } from '../../../src/privacy/audit.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import { auditFile } from './audit-file.ts';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { saveFile } from '../ui/file-download.ts';
import { showFailed } from '../ui/toast.tsx';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export function AuditPage() {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { regionPath } = useRegion();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const lead = UUID.exec(address)?.[0];
  const [user, setUser] = useState<string | null>(null);
  const members = useList(regionPath('/members'), Member, { limit: 200 });
  const query = { from, to, lead, user };
  const list = useList(regionPath('/audit'), AuditEntry, query);
  const file = useMutation({
    mutationFn: () =>
      auditFile(regionPath('/audit'), query, [...columns.slice(0, 4).map(({ header }) => header), 'id', t('audit.columns')]),
    onError: showFailed,
    onSuccess: (content) => saveFile({ name: `${t('audit.fileName')}.csv`, content }),
  });
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
        <Select
          label={t('audit.actor')}
          placeholder={t('audit.anybody')}
          data={members.items.map(({ id, name }) => ({ value: id, label: name }))}
          value={user}
          onChange={setUser}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('do.clear') }}
        />
        <TextInput
          label={t('audit.lead')}
          description={t('audit.leadHint')}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={file.isPending}
          onClick={() => file.mutate()}
        >
          {t('audit.file')}
        </Button>
      </Group>
      <DataList
        label={t('audit.title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => String(id)}
        filtered={Boolean(from || to || lead || user)}
        empty={<EmptyState icon={<IconHistory size={24} />} title={t('audit.none')} />}
      />
    </SettingsFrame>
  );
}
