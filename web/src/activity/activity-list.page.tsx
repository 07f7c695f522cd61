/** All that the region does to attract people and employers: searched, filtered and sorted, with the address keeping the view. */
import { ActionIcon, Menu, NativeSelect } from '@mantine/core';
import { IconDots, IconPlus, IconSpeakerphone, IconTable } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { ActivityItem } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import { DataList } from '../ui/data-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { useActivityColumns } from './activity-columns.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import classes from './activity-list.module.css';
import { type ActivitySearch, activitySorts } from './activity-search.ts';

const route = getRouteApi('/r/$region/activities');

/** The sort that a column's head asks for, or the only one it has. */
const sortFor = (asked: string) => activitySorts.find((one) => one === asked) ?? activitySorts.find((one) => one === `-${asked}`);

export function ActivityListPage() {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { regionPath, pagePath, may } = useRegion();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sort = search.sort ?? '-startsOn';
  const list = useList(regionPath('/activities'), ActivityItem, { ...search, sort });
  const change = (next: Partial<ActivitySearch>) => void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  const { sort: _, ...filters } = search;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const register = (words: string) =>
    may('activity.write') && (
      <ButtonLink to={pagePath('/activities/new')} leftSection={<IconPlus size={18} aria-hidden />}>
        {words}
      </ButtonLink>
    );
  return (
    <>
      <PageHeader
        title={t('nav.activities')}
        sentence={
          list.total ? (
            <Trans
              t={t}
              i18nKey={filtered ? 'list.sentenceFiltered' : 'list.sentence'}
              count={list.total}
              values={{ total: format.number(list.total) }}
              components={{ b: <b /> }}
            />
          ) : (
            t('list.about')
          )
        }
        actions={
          <>
            {may('activity.write') && (
              <ButtonLink to={pagePath('/activities/bulk')} variant="default" visibleFrom="md">
                {t('activity-bulk:short')}
              </ButtonLink>
            )}
            {register(t('nav.newActivity'))}
            {may('activity.write') && <ListMenu />}
          </>
        }
      />
      <div className={classes.tools}>
        <SearchBox label={t('list.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <NativeSelect
          aria-label={t('list.sort')}
          value={sort}
          onChange={(event) => change({ sort: sortFor(event.currentTarget.value) })}
          data={activitySorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
      </div>
      <ActivityFilters search={search} onChange={change} />
      <DataList
        label={t('nav.activities')}
        columns={useActivityColumns()}
        list={list}
        rowKey={({ id }) => id}
        href={({ id }) => pagePath(`/activities/${id}`)}
        sort={sort}
        onSort={(next) => change({ sort: sortFor(next) })}
        filtered={filtered}
        onClearFilters={() => void navigate({ search: { sort: search.sort }, replace: true })}
        empty={
          <EmptyState
            icon={<IconSpeakerphone size={24} />}
            title={t('list.empty')}
            text={t('list.emptyText')}
            action={register(t('list.first'))}
          />
        }
      />
    </>
  );
}

/** On phones what is rarer than registering one. */
function ListMenu() {
  const { t } = useTranslation('activity');
  const { pagePath } = useRegion();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} className="touch" hiddenFrom="md" aria-label={t('more')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTable size={17} aria-hidden />} onClick={() => void navigate({ to: pagePath('/activities/bulk') })}>
          {t('activity-bulk:title')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
