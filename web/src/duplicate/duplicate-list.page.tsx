/** Persons who may be one, the surest first: looked at side by side, or said to be two. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { type DuplicatePair, DuplicatePairs } from '../../../src/lead/duplicate.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useRegion } from '../app/region.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink, PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import classes from './duplicate.module.css';
import { useDecision } from './duplicate-query.ts';
import { WhyTags } from './why-tags.tsx';

const route = getRouteApi('/r/$region/leads/duplicates');

export function DuplicateListPage() {
  const { t } = useTranslation('duplicate');
  const { pagePath } = useRegion();
  const { state = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = usePairs(state);
  const pages = list.data?.pages ?? [];
  const last = pages.at(-1);
  const pairs = pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader
        title={t('title')}
        crumb={<PageLink to={pagePath('/leads')}>{t('nav.leads')}</PageLink>}
        sentence={last && <Trans t={t} i18nKey={`sentence.${state}`} count={last.total} components={{ b: <b /> }} />}
      />
      <SegmentedControl
        className={classes.states}
        aria-label={t('state.label')}
        value={state}
        onChange={(next) => void navigate({ search: { state: next === 'different' ? 'different' : undefined }, replace: true })}
        data={(['open', 'different'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      {list.isPending && <PageLoading />}
      <Problem error={list.error} onRetry={() => void list.refetch()} />
      {last?.comparing && <p className={classes.hint}>{t('comparing')}</p>}
      {last && pairs.length === 0 && (
        <EmptyState icon={<IconUsersGroup size={24} />} title={t(`empty.${state}`)} text={t(`emptyText.${state}`)} />
      )}
      {pairs.length > 0 && (
        <ul className={classes.pairs} aria-label={t('title')}>
          {pairs.map((pair) => (
            <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('do.loadMore')}
        </Button>
      )}
    </>
  );
}

function usePairs(state: 'open' | 'different') {
  const { regionPath } = useRegion();
  return useInfiniteQuery({
    queryKey: [...apiKey(regionPath('/duplicates')), { list: state }],
    queryFn: ({ pageParam, signal }) => api.get(regionPath('/duplicates'), DuplicatePairs, { query: { state, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // While persons are still being compared, more pairs may come.
    refetchInterval: ({ state: { data } }) => (data?.pages.at(-1)?.comparing ? 4000 : false),
  });
}

function Pair({ pair: { a, b, why, different } }: { pair: DuplicatePair }) {
  const { t } = useTranslation('duplicate');
  const format = useFormat();
  const { pagePath, may } = useRegion();
  const decision = useDecision();
  const names = t('pair', { a: a.name, b: b.name });
  return (
    <li className={classes.pair}>
      <div className={classes.two}>
        {[a, b].map(({ id, name, email, phone }) => (
          <span key={id}>
            <b>{name}</b>
            <small>{[email, phone].filter(Boolean).join(' · ') || t('noAddress')}</small>
          </span>
        ))}
      </div>
      <div className={classes.why}>
        <WhyTags why={why} />
        {different && <small>{t('decidedBy', { by: different.by ?? t('somebody'), day: format.day(format.dayOf(different.at)) })}</small>}
      </div>
      <Group gap={8} className={classes.acts}>
        <ButtonLink
          size="xs"
          variant={different ? 'default' : 'filled'}
          to={pagePath(`/leads/duplicates/${a.id}/${b.id}`)}
          aria-label={t('compareThem', { pair: names })}
        >
          {t('compare')}
        </ButtonLink>
        {may('lead.write') && (
          <Button
            size="xs"
            variant="default"
            loading={decision.isPending}
            onClick={() => decision.mutate({ a: a.id, b: b.id, different: !different })}
            aria-label={t(different ? 'takeBackThem' : 'differentThem', { pair: names })}
          >
            {t(different ? 'takeBack' : 'different')}
          </Button>
        )}
      </Group>
    </li>
  );
}
