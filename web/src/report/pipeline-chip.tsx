/** Which pipelines a report is of: the first or all of them, unless others are chosen. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { usePipelines } from '../lead/lead-options.ts';
import { FilterChip } from '../ui/filter-chips.tsx';
import { ChoicesEditor } from './choices-editor.tsx';
import classes from './filters.module.css';
import { useReportView } from './report-view.tsx';

/** The keys of the pipelines that the report is of. */
export function useReportPipelines(): string[] {
  const { search, usualPipelines } = useReportView();
  const keys = usePipelines().all.map(({ key }) => key);
  return search.pipeline ?? (usualPipelines === 'first' ? keys.slice(0, 1) : keys);
}

/** What it is of, in words. */
export function usePipelineWords(): string {
  const { t } = useTranslation('report');
  const format = useFormat();
  const pipelines = usePipelines();
  const { search, usualPipelines } = useReportView();
  const chosen = useReportPipelines();
  if (!search.pipeline && usualPipelines === 'all') return t('filter.allPipelines');
  return format.list(chosen.map((key) => pipelines.of(key)?.label ?? key));
}

export function PipelineChip() {
  const { t } = useTranslation('report');
  const pipelines = usePipelines();
  const { search, change, usualPipelines } = useReportView();
  const value = useReportPipelines();
  const words = usePipelineWords();
  if (pipelines.all.length < 2) return null;
  const first = pipelines.all[0]?.key ?? '';
  const isUsual = (keys: readonly string[]) =>
    keys.length === 0 || (usualPipelines === 'all' ? keys.length === pipelines.all.length : keys.length === 1 && keys[0] === first);
  const set = (next: string[]) => change({ pipeline: isUsual(next) ? undefined : next });
  return (
    <FilterChip label={t('field.pipeline')} value={words} {...(search.pipeline ? { onClear: () => set([]) } : {})}>
      {() => (
        <>
          <ChoicesEditor
            label={t('field.pipeline')}
            choices={pipelines.all.map(({ key, label }) => ({ value: key, label }))}
            value={value}
            onChange={set}
          />
          {usualPipelines === 'first' && <p className={classes.hint}>{t('filter.pipelineHint')}</p>}
        </>
      )}
    </FilterChip>
  );
}
