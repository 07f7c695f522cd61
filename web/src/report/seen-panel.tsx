/** The upper part of the funnel: what anonymous people saw, each figure leading to the activities it comes from. */
import { Skeleton } from '@mantine/core';
import { Link, useRouteContext } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFunnelView } from './funnel-view.tsx';
import classes from './seen-panel.module.css';
import { TextButton } from './text-button.tsx';

const parts = ['grossReach', 'impressions', 'views', 'clicks'] as const;

export function SeenPanel({ report }: { report: Funnel | undefined }) {
  const { t } = useTranslation('report');
  const { define } = useFunnelView();
  return (
    <Panel
      title={t('seen.title')}
      note={
        <>
          {t('seen.note')}
          <span className="no-print">
            {' · '}
            <TextButton onClick={() => define('reach')}>{t('do.howCounted')}</TextButton>
          </span>
        </>
      }
      mb={18}
    >
      <Figures>
        {parts.map((part) => (
          <Seen key={part} part={part} report={report} />
        ))}
      </Figures>
    </Panel>
  );
}

function Seen({ part, report }: { part: (typeof parts)[number]; report: Funnel | undefined }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  if (!report) return <Figure label={t(`seen.${part}`)} note={' '} value={<Skeleton h={22} w="60%" my={4} radius="sm" />} />;
  const value = report.reach[part];
  const before = report.previous?.reach[part];
  const { clicksTracked } = report.reach;
  const notes = [
    value === null && t('seen.unknown'),
    part === 'clicks' &&
      value !== null &&
      (clicksTracked === null ? t('seen.reported') : t('seen.tracked', { total: format.number(clicksTracked) })),
    report.previous &&
      value !== null &&
      (before === null || before === undefined ? t('seen.unknownBefore') : t('seen.before', { total: format.number(before) })),
  ].filter((note) => typeof note === 'string');
  return (
    <Figure
      label={t(`seen.${part}`)}
      note={notes.join(' · ') || ' '}
      value={
        value === null ? (
          format.count(null)
        ) : (
          <ToActivities label={t('seen.open', { figure: t(`seen.${part}`) })}>{format.number(value)}</ToActivities>
        )
      }
    />
  );
}

/** The activities of the same period and filters, where they have a page. */
function ToActivities({ label, children }: { label: string; children: ReactNode }) {
  const { pagePath } = useRegion();
  const built = useRouteContext({ from: '/r/$region', select: (context) => context.built });
  const { search, period } = useFunnelView();
  if (!built('/activities')) return children;
  const { programme, municipality, kind, channel, contactPerson } = search;
  const days = period.kind === 'all' ? {} : { from: period.from, to: period.to };
  return (
    <Link
      to={pagePath('/activities') as string}
      search={{ ...days, programme, municipality, kind, channel, contactPerson }}
      className={classes.link}
      aria-label={`${children}. ${label}`}
    >
      {children}
    </Link>
  );
}
