/** The contact persons: who they are, for what and in which languages, and who is away. */
import { Button, Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAddressBook, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import type { Column } from '../ui/column.ts';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Initials } from '../ui/initials.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { AwayTag } from './away-tag.tsx';
import classes from './contact.module.css';
import { ProfileSheet } from './profile-sheet.tsx';

const route = getRouteApi('/r/$region/contact-persons');

export function ContactListPage() {
  const { t } = useTranslation('contact');
  const { regionPath, pagePath, may } = useRegion();
  const { q, left } = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, { open, close }] = useDisclosure(false);
  const list = useList(regionPath('/contact-persons'), ContactPerson, { q, left });
  const add = may('contact.write') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t('list.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('nav.contactPersons')} sentence={t('list.sentence')} actions={add} />
      <div className={classes.tools}>
        <SearchBox
          label={t('list.search')}
          value={q ?? ''}
          onChange={(next) => void navigate({ search: (old) => ({ ...old, q: next || undefined }), replace: true })}
        />
        <Switch
          label={t('list.former')}
          checked={left === 'all'}
          onChange={(event) => {
            const all = event.currentTarget.checked;
            void navigate({ search: (old) => ({ ...old, left: all ? ('all' as const) : undefined }), replace: true });
          }}
        />
      </div>
      <DataList
        label={t('nav.contactPersons')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        href={({ id }) => pagePath(`/contact-persons/${id}`)}
        filtered={Boolean(q)}
        onClearFilters={() => void navigate({ search: {}, replace: true })}
        empty={<EmptyState icon={<IconAddressBook size={24} />} title={t('list.empty')} text={t('list.emptyText')} action={add} />}
      />
      <ProfileSheet opened={adding} onClose={close} />
    </>
  );
}

function useColumns(): readonly Column<ContactPerson>[] {
  const { t } = useTranslation('contact');
  const format = useFormat();
  const municipalities = useMunicipalities();
  return [
    {
      key: 'name',
      header: t('field.name'),
      cell: ({ name, title }) => (
        <span className={classes.who}>
          <Initials name={name} size={40} />
          <span>
            {name}
            {title && <small>{title}</small>}
          </span>
        </span>
      ),
    },
    { key: 'partner', header: t('field.partner'), cell: ({ partner }) => partner.name },
    { key: 'languages', header: t('field.languages'), cell: ({ languages }) => languages.map(format.language).join(', ') },
    {
      key: 'municipalities',
      header: t('field.municipalities'),
      cell: (person) => person.municipalities.map(municipalities.name).join(', '),
      wideOnly: true,
    },
    { key: 'away', header: t('list.presence'), cell: (person) => <AwayTag person={person} /> },
  ];
}
