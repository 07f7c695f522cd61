/** All leads one may see: searched, filtered and sorted, with the address keeping the view. */
import { NativeSelect } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { LeadItem } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import { WaitingDuplicatesLink } from '../duplicate/waiting-link.tsx';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { useLeadColumns } from './lead-columns.tsx';
import { LeadFilters } from './lead-filters.tsx';
import { type LeadSearch, leadSorts } from './lead-search.ts';
import classes from './lead-list.module.css';
import { ViewSwitch } from './view-switch.tsx';

const route = getRouteApi('/r/$region/leads');

export function LeadListPage() {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { regionPath, pagePath } = useRegion();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList(regionPath('/leads'), LeadItem, { ...search, sort: search.sort ?? '-createdAt' });
  const change = (next: Partial<LeadSearch>) => void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  const { sort, ...filters } = search;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  // On phones the round button of the bottom bar does this.
  const log = (visibleFrom?: 'md') => (
    <ButtonLink to={pagePath('/leads/new')} leftSection={<IconPlus size={18} aria-hidden />} visibleFrom={visibleFrom}>
      {t('nav.newLead')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t('nav.leads')}
        sentence={
          list.total !== undefined && (
            <Trans
              t={t}
              i18nKey={filtered ? 'list.sentenceFiltered' : 'list.sentence'}
              count={list.total}
              values={{ total: format.number(list.total) }}
              components={{ b: <b /> }}
            />
          )
        }
        actions={
          <>
            <WaitingDuplicatesLink />
            <ViewSwitch current="list" search={search} />
            <ButtonLink to={pagePath('/leads/bulk')} variant="default">
              {t('lead-bulk:title')}
            </ButtonLink>
            {log('md')}
          </>
        }
      />
      <div className={classes.tools}>
        <SearchBox label={t('list.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <NativeSelect
          aria-label={t('list.sort')}
          value={search.sort ?? '-createdAt'}
          onChange={(event) => change({ sort: event.currentTarget.value as LeadSearch['sort'] })}
          data={leadSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
      </div>
      <div className={classes.filters}>
        <LeadFilters search={search} onChange={change} />
      </div>
      <DataList
        label={t('nav.leads')}
        columns={useLeadColumns()}
        list={list}
        rowKey={({ id }) => id}
        href={({ id }) => pagePath(`/leads/${id}`)}
        sort={sort ?? '-createdAt'}
        onSort={(next) => change({ sort: leadSorts.find((one) => one === next) ?? 'name' })}
        filtered={filtered}
        onClearFilters={() => void navigate({ search: { sort }, replace: true })}
        empty={<EmptyState icon={<IconUsers size={24} />} title={t('list.empty')} text={t('list.emptyText')} action={log()} />}
      />
    </>
  );
}
