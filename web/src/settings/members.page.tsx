/** The members: who may do what, and for which partner. */
import { Button } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Member } from '../../../src/contact/member.schema.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { MemberSheet } from './member-sheet.tsx';
import { NewMemberSheet } from './new-member-sheet.tsx';
import { SettingsFrame } from './settings-frame.tsx';

export function MembersPage() {
  const { t } = useTranslation('settings');
  const { regionPath } = useRegion();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Member | null>(null);
  const list = useList(regionPath('/members'), Member);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t('members.add')}
    </Button>
  );
  const columns: readonly Column<Member>[] = [
    {
      key: 'name',
      header: t('field.name'),
      cell: ({ name, active }) => (
        <>
          {name} {!active && <Tag tone="plain">{t('members.ended')}</Tag>}
        </>
      ),
    },
    { key: 'email', header: t('field.email'), cell: ({ email }) => email },
    { key: 'roles', header: t('field.roles'), cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', ') },
    { key: 'partner', header: t('field.partner'), cell: ({ partner }) => partner?.name ?? '–' },
  ];
  return (
    <SettingsFrame page="members" actions={add}>
      <DataList
        label={t('word.members')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        rowActions={(member) => (
          <Button variant="default" size="sm" aria-label={t('members.edit', { name: member.name })} onClick={() => setEditing(member)}>
            {t('do.edit')}
          </Button>
        )}
        empty={<EmptyState icon={<IconUsers size={24} />} title={t('members.title')} action={add} />}
      />
      <NewMemberSheet opened={adding} onClose={() => setAdding(false)} />
      <MemberSheet member={editing} onClose={() => setEditing(null)} />
    </SettingsFrame>
  );
}
