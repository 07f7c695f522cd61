/** The funnel by channel, kind, municipality …: who or what the leads are credited to. */
import { Radio, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Breakdown, CREDIT_MODELS } from '../../../src/report/funnel.schema.ts';
import { usePipelines } from '../lead/lead-options.ts';
import { FilterChip } from '../ui/filter-chips.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import classes from './breakdown-panel.module.css';
import { BreakdownTable } from './breakdown-table.tsx';
import { BY_LEAD, BY_TOUCH, isByTouch } from './credit-models.ts';
import { usual } from './funnel-search.ts';
import { useFunnelView } from './funnel-view.tsx';
import { OptionList } from './option-list.tsx';
import { TextButton } from './text-button.tsx';
import { useFunnelBy } from './use-funnel.ts';

const ROWS = 10;

export function BreakdownPanel() {
  const { t } = useTranslation('report');
  const { search, model, define } = useFunnelView();
  const by = search.by ?? usual.by;
  const rows = useFunnelBy(by);
  const empty = rows.data?.rows?.length === 0 && rows.data.unattributed?.suppressed !== true;
  return (
    <Panel
      title={t(`breakdown.${by}`)}
      actions={
        <>
          <ByChip by={by} />
          {isByTouch(by) && <ModelChip />}
        </>
      }
      mt={18}
    >
      <Problem error={rows.error} onRetry={() => void rows.refetch()} />
      {rows.isPending && <Skeleton h={380} radius="md" />}
      {rows.data && (
        <>
          {empty && <p className={classes.note}>{t('breakdown.empty')}</p>}
          <BreakdownTable key={by} report={rows.data} by={by} caption={t(`breakdown.${by}`)} stale={rows.isPlaceholderData} first={ROWS} />
          <p className={classes.note}>
            {t(isByTouch(by) ? `model.${model}Text` : `breakdown.${by}Text`, { defaultValue: t('breakdown.leadText') })}{' '}
            {rows.data.rows?.some(({ key }) => key === 'team') && `${t('breakdown.team')} `}
            {rows.data.rows?.some(({ suppressed }) => suppressed) && `${t('breakdown.suppressed')} `}
            <span className="no-print">
              <TextButton onClick={() => define(isByTouch(by) ? 'credit' : 'breakdown')}>{t('do.howCounted')}</TextButton>
            </span>
          </p>
        </>
      )}
    </Panel>
  );
}

function ByChip({ by }: { by: Breakdown }) {
  const { t } = useTranslation('report');
  const { change } = useFunnelView();
  const several = usePipelines().all.length > 1;
  const groups = [
    { key: 'byTouch', choices: BY_TOUCH as readonly Breakdown[] },
    { key: 'byLead', choices: BY_LEAD.filter((one) => several || one !== 'pipeline') as readonly Breakdown[] },
  ];
  return (
    <FilterChip label={t('breakdown.chip')} value={t(`by.${by}`)}>
      {(close) =>
        groups.map(({ key, choices }) => (
          <OptionList
            key={key}
            label={t(`breakdown.${key}`)}
            options={choices.map((one) => ({ value: one, label: t(`by.${one}`) }))}
            value={by}
            onChoose={(next) => {
              change({ by: next === usual.by ? undefined : next });
              close();
            }}
          />
        ))
      }
    </FilterChip>
  );
}

function ModelChip() {
  const { t } = useTranslation('report');
  const { model, change } = useFunnelView();
  return (
    <FilterChip label={t('model.chip')} value={t(`model.${model}`)} width={340}>
      {() => (
        <Radio.Group
          aria-label={t('model.chip')}
          value={model}
          onChange={(next) => change({ model: CREDIT_MODELS.find((one) => one === next && one !== usual.model) })}
        >
          <Stack gap="sm">
            {CREDIT_MODELS.map((one) => (
              <Radio key={one} value={one} label={t(`model.${one}Long`)} description={t(`model.${one}Text`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </FilterChip>
  );
}
