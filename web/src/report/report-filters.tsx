/** All that narrows a report, as chips: period, comparison, pipelines, filters, and what else the report has at the end. */
import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { FilterChip, FilterChips } from '../ui/filter-chips.tsx';
import chips from '../ui/filter-chips.module.css';
import { CompareChip } from './compare-chip.tsx';
import { offered, useActivityNames, useFilterChoices } from './filter-choices.ts';
import { FilterEditor } from './filter-editor.tsx';
import classes from './filters.module.css';
import { FILTERS, type Filter, hasFilters, noFilters } from './report-search.ts';
import { useReportView } from './report-view.tsx';
import { OptionList } from './option-list.tsx';
import { PeriodChip } from './period-chip.tsx';
import { PipelineChip } from './pipeline-chip.tsx';

export function ReportFilters({ end }: { end?: ReactNode }) {
  const { t } = useTranslation('report');
  const { search, change } = useReportView();
  const words = useFilterWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form
    <div className="no-print" role="group" aria-label={t('filter.all')}>
      <FilterChips end={end}>
        <PeriodChip />
        <CompareChip />
        <PipelineChip />
        {FILTERS.filter((filter) => search[filter]).map((filter) => (
          <FilterChip key={filter} label={t(`filter.${filter}`)} value={words(filter)} onClear={() => change({ [filter]: undefined })}>
            {() => <FilterEditor filter={filter} />}
          </FilterChip>
        ))}
        <AddFilter />
        {hasFilters(search) && (
          <UnstyledButton className={classes.clear} onClick={() => change(noFilters)}>
            {t('do.clearFilters')}
          </UnstyledButton>
        )}
      </FilterChips>
    </div>
  );
}

/** What is chosen in a filter, in words; two by name, the rest counted. */
export function useFilterWords(): (filter: Filter, all?: boolean) => string {
  const format = useFormat();
  const { search } = useReportView();
  const choices = useFilterChoices();
  const activities = useActivityNames(search.activity ?? []);
  return (filter, all = false) => {
    const value = search[filter] ?? [];
    const known = filter === 'activity' ? activities : choices[filter];
    const names = value.map((one) => known.find((choice) => choice.value === one)?.label ?? one);
    return names.length > 2 && !all ? `${names.slice(0, 2).join(', ')} +${names.length - 2}` : format.list(names);
  };
}

/** First which filter, then its choices, in the same place. */
function AddFilter() {
  const { t } = useTranslation('report');
  const { search } = useReportView();
  const choices = useFilterChoices();
  const [opened, setOpened] = useState(false);
  const [filter, setFilter] = useState<Filter | null>(null);
  const change = (open: boolean) => {
    setOpened(open);
    if (open) setFilter(null);
  };
  return (
    <span className={chips.chip}>
      <Popover opened={opened} onChange={change} position="bottom-start" width={300} shadow="md" radius="lg" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={chips.open} onClick={() => change(!opened)}>
            <IconPlus size={14} stroke={2} aria-hidden />
            {t('do.addFilter')}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={filter ? t(`filter.${filter}`) : t('do.addFilter')}>
          {filter ? (
            <Chosen filter={filter} onBack={() => setFilter(null)} />
          ) : (
            <OptionList
              label={t('do.addFilter')}
              quietLabel
              options={offered(choices).map((value) => ({ value, label: t(`filter.${value}`) }))}
              value={undefined}
              onChoose={setFilter}
              marked={(value) => search[value] !== undefined}
            />
          )}
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

/** The focus follows from the list of filters to the one that was chosen. */
function Chosen({ filter, onBack }: { filter: Filter; onBack: () => void }) {
  const { t } = useTranslation('report');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={place}>
      <UnstyledButton className={classes.back} onClick={onBack}>
        <IconChevronLeft size={16} aria-hidden />
        {t(`filter.${filter}`)}
      </UnstyledButton>
      <FilterEditor filter={filter} />
    </div>
  );
}
