/** What only paper needs: which region, days and filters the figures are of, when they were printed, and how they are counted. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import type { DefinitionKey } from './definitions.ts';
import { FILTERS } from './report-search.ts';
import { useFilterWords } from './report-filters.tsx';
import { useReportView } from './report-view.tsx';
import { useDaysWords } from './period-chip.tsx';
import { usePipelineWords } from './pipeline-chip.tsx';
import classes from './print-parts.module.css';
import type { Days } from './report-period.ts';
import { useThreshold } from './use-threshold.ts';

interface Props {
  /** The days of the comparison, if there is one. */
  compared: Days | undefined;
  /** What else this report depends on: names and values. */
  more?: readonly [string, string][];
}

export function PrintHead({ compared, more = [] }: Props) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const region = useRegion();
  const words = useDaysWords();
  const filterWords = useFilterWords();
  const pipelineWords = usePipelineWords();
  const { search, period } = useReportView();
  const facts: [string, string][] = [
    [t('word.region'), region.name],
    [t('period.label'), words(period)],
    ...(compared ? [[t('compare.label'), words(compared)] as [string, string]] : []),
    ...more,
    [t('field.pipeline'), pipelineWords],
    ...FILTERS.filter((filter) => search[filter]).map((filter): [string, string] => [t(`filter.${filter}`), filterWords(filter, true)]),
    [t('print.printed'), format.moment(new Date().toISOString())],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function PrintNotes({ notes }: { notes: readonly DefinitionKey[] }) {
  const { t } = useTranslation('report');
  const threshold = useThreshold();
  const { demo, name } = useRegion();
  return (
    <div className={classes.notes}>
      <h2>{t('do.howCounted')}</h2>
      {notes.map((key) => (
        <p key={key}>
          <b>{t(`define.${key}`)}.</b> {t(`define.${key}Text`, { few: threshold - 1, threshold })}
        </p>
      ))}
      <p className={classes.origin}>
        {t('brand')} · {name}
        {demo && ` · ${t('shell.demo')}`}
      </p>
    </div>
  );
}
