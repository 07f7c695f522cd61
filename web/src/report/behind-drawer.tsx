/** The leads behind a number: names where she may see the person, else rows without personal data, else why there are none. */
import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FunnelLeads } from '../../../src/report/funnel.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useLostReasons, usePipelines } from '../lead/lead-options.ts';
import { PageLink } from '../ui/link.tsx';
import { Problem } from '../ui/problem.tsx';
import { SideDrawer } from '../ui/side-drawer.tsx';
import classes from './behind-drawer.module.css';
import { isByTouch } from './credit-models.ts';
import type { Behind } from './funnel-search.ts';
import { useFunnelView } from './funnel-view.tsx';
import { UNATTRIBUTED, useRowName } from './row-names.ts';
import { useStepName } from './step-names.ts';
import { REPORT, useFunnel, useFunnelBy } from './use-funnel.ts';
import { useThreshold } from './use-threshold.ts';

export function BehindDrawer() {
  const { search, change } = useFunnelView();
  const { behind } = search;
  const title = useTitle(behind ?? {});
  return (
    <SideDrawer opened={behind !== undefined} onClose={() => change({ behind: undefined })} title={title}>
      {behind && <Leads behind={behind} />}
    </SideDrawer>
  );
}

/** "YouTube, Contacted": the number in words. */
function useTitle({ step, lost, running, row, by }: Behind): string {
  const { t } = useTranslation('report');
  const { name } = useStepName();
  const reasons = useLostReasons();
  const report = useFunnel().data;
  const rows = useFunnelBy(by ?? 'channel', { enabled: by !== undefined }).data;
  const rowName = useRowName(by ?? 'channel');
  const steps = by ? rows?.steps : report?.steps;
  const stepName = (key: string) => name(steps?.find((one) => one.key === key) ?? { key, label: '…' });
  const rowWords = (key: string) =>
    key === UNATTRIBUTED
      ? t(`unattributed.${by && isByTouch(by) ? 'touch' : 'lead'}`)
      : rowName(rows?.rows?.find((one) => one.key === key) ?? { key, label: '…' });
  if (running) return t('leads.running');
  if (lost) return [t('leads.lost', { reason: reasons.name(lost) }), step && stepName(step)].filter(Boolean).join(' · ');
  return [row && rowWords(row), step && stepName(step)].filter(Boolean).join(' · ') || t('word.leads');
}

function useLeadsBehind({ running, by, ...behind }: Behind) {
  const { regionPath } = useRegion();
  const { query, model } = useFunnelView();
  const path = regionPath(`${REPORT}/leads`);
  const asked = { ...query, ...behind, ...(by ? { by, model } : {}), ...(running ? { running: 'true' } : {}) };
  return useInfiniteQuery({
    queryKey: [...apiKey(path), asked],
    queryFn: ({ pageParam, signal }) => api.get(path, FunnelLeads, { query: { ...asked, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

function Leads({ behind }: { behind: Behind }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { model } = useFunnelView();
  const threshold = useThreshold();
  const leads = useLeadsBehind(behind);
  if (leads.isPending) return <LeadsSkeleton />;
  if (leads.error) return <Problem error={leads.error} onRetry={() => void leads.refetch()} />;
  const items = leads.data.pages.flatMap((page) => page.items);
  const { total, suppressed } = leads.data.pages[0] ?? { total: 0 };
  const nameless = items.some(({ id }) => id === null);
  return (
    <Stack gap="md" aria-busy={leads.isPlaceholderData}>
      {total !== null && <p className={classes.words}>{t('leads.total', { count: total, total: format.number(total) })}</p>}
      {suppressed && (
        <Alert color="lake" variant="light" icon={<IconShieldLock aria-hidden />} title={t('leads.suppressed')}>
          {t('leads.suppressedText', { count: threshold - 1 })}
        </Alert>
      )}
      {behind.by && isByTouch(behind.by) && model === 'linear' && behind.row !== UNATTRIBUTED && !suppressed && (
        <p className={classes.words}>{t('leads.shares')}</p>
      )}
      {behind.by && model !== 'linear' && isByTouch(behind.by) && behind.row !== UNATTRIBUTED && !suppressed && (
        <p className={classes.words}>{t(`leads.${model}`)}</p>
      )}
      {nameless && <p className={classes.words}>{t('leads.nameless')}</p>}
      {items.length > 0 && (
        <ul className={classes.leads}>
          {items.map((lead, at) => (
            <Lead key={lead.id ?? at} lead={lead} />
          ))}
        </ul>
      )}
      {leads.hasNextPage && (
        <Button variant="default" loading={leads.isFetchingNextPage} onClick={() => void leads.fetchNextPage()}>
          {t('do.loadMore')}
        </Button>
      )}
    </Stack>
  );
}

function Lead({ lead: { id, name, stage, intent, month, pipeline } }: { lead: FunnelLeads['items'][number] }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { pagePath, may } = useRegion();
  const pipelines = usePipelines();
  const facts = [
    t(`intent.${intent}`, { defaultValue: intent }),
    pipelines.stage(pipeline, stage),
    t('leads.came', { month: format.month(month) }),
  ];
  return (
    <li className={classes.lead} data-nameless={name === null || undefined}>
      {name !== null && <b>{id && may('lead.read') ? <PageLink to={pagePath(`/leads/${id}`)}>{name}</PageLink> : name}</b>}
      <span>{facts.join(' · ')}</span>
    </li>
  );
}

const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

function LeadsSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="hidden-visually">{t('list.loading')}</span>
      <Stack gap={22} mt={6} aria-hidden>
        {places.map((place) => (
          <Stack key={place} gap={8}>
            <Skeleton h={15} w="45%" radius="sm" />
            <Skeleton h={12} w="70%" radius="sm" />
          </Stack>
        ))}
      </Stack>
    </div>
  );
}
