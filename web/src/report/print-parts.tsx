/** What only paper needs: which region, days and filters the figures are of, when they were printed, and how they are counted. */
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { usePipelines } from '../lead/lead-options.ts';
import { FOOTNOTES } from './definitions.ts';
import { FILTERS } from './funnel-search.ts';
import { useFilterWords } from './funnel-filters.tsx';
import { useFunnelView } from './funnel-view.tsx';
import { useDaysWords } from './period-chip.tsx';
import classes from './print-parts.module.css';
import { useThreshold } from './use-threshold.ts';
import { useWindowWords } from './window-chip.tsx';

export function PrintHead({ report }: { report: Funnel | undefined }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const region = useRegion();
  const words = useDaysWords();
  const filterWords = useFilterWords();
  const windowWords = useWindowWords();
  const pipelines = usePipelines();
  const { search, period } = useFunnelView();
  const pipeline = search.pipeline ?? pipelines.all.slice(0, 1).map(({ key }) => key);
  const facts: [string, string][] = [
    [t('word.region'), region.name],
    [t('period.label'), words(period)],
    ...(report?.previous ? [[t('compare.label'), words(report.previous.cohort)] as [string, string]] : []),
    [t('window.label'), windowWords],
    [t('field.pipeline'), format.list(pipeline.map((key) => pipelines.of(key)?.label ?? key))],
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

export function PrintNotes() {
  const { t } = useTranslation('report');
  const threshold = useThreshold();
  const { demo, name } = useRegion();
  return (
    <div className={classes.notes}>
      <h2>{t('do.howCounted')}</h2>
      {FOOTNOTES.map((key) => (
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
