/** What became of the leads of the period at the tip of the funnel: without an owner, open, untouched. */
import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { type LeadsSearch, leadsBehind } from './leads-behind.ts';
import { PanelFoot } from './panel-foot.tsx';
import { useReportView } from './report-view.tsx';
import seen from './seen-panel.module.css';
import { useThreshold } from './use-threshold.ts';

const NARROWED: Record<keyof Omit<Coverage['leads'], 'suppressed'>, Pick<LeadsSearch, 'owner' | 'open' | 'untouched'>> = {
  created: {},
  withoutOwner: { owner: 'none' },
  open: { open: true },
  untouched: { untouched: true },
};
const PARTS = ['created', 'withoutOwner', 'open', 'untouched'] as const;
type LeadPart = (typeof PARTS)[number];

export function TipPanel({ report }: { report: Coverage | undefined }) {
  const { t } = useTranslation('coverage');
  const behind = useLeadsBehind();
  const opens = PARTS.some((part) => behind(part) !== null);
  return (
    <Panel title={t('tip.title')} note={t('tip.note')} mb={18}>
      <Figures>
        {PARTS.map((part) => (
          <Count key={part} part={part} report={report} />
        ))}
      </Figures>
      <PanelFoot at="atTip">{opens && <span className="no-print">{t('tip.seen')}</span>}</PanelFoot>
    </Panel>
  );
}

function Count({ part, report }: { part: LeadPart; report: Coverage | undefined }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const threshold = useThreshold();
  const label = t(`tip.${part}`);
  if (!report) return <Figure label={label} note=" " value={<Skeleton h={22} w="60%" my={4} radius="sm" />} />;
  const { leads, previous } = report;
  const count = leads[part];
  const shares = part !== 'created' && count && leads.created ? t('tip.ofAll', { share: format.percent(count / leads.created) }) : '';
  const before = previous ? t('tip.before', { total: format.count(previous.leads[part], true, threshold) }) : '';
  return (
    <Figure
      label={label}
      note={[shares, before].filter(Boolean).join(' · ') || ' '}
      value={<ToLeads part={part} label={label} count={count} />}
    />
  );
}

/** Where a number opens: null where the viewer may not read leads, or the list can't tell them apart. */
function useLeadsBehind(): (part: LeadPart) => LeadsSearch | null {
  const { may } = useRegion();
  const { search, period } = useReportView();
  return (part) => (may('lead.read') ? leadsBehind(search, period, NARROWED[part]) : null);
}

function ToLeads({ part, label, count }: { part: LeadPart; label: string; count: number | null }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const threshold = useThreshold();
  const { pagePath } = useRegion();
  const behind = useLeadsBehind()(part);
  const shown = format.count(count, true, threshold);
  if (!count || !behind) return shown;
  return (
    <Link
      to={pagePath('/leads') as string}
      search={behind}
      className={seen.link}
      aria-label={t('tip.openLeads', { total: shown, words: label })}
    >
      {shown}
    </Link>
  );
}
