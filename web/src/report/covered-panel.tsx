/** How much of the spend, the reach and the clicks ran on days on which a contact person was there to answer. */
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import { CoverageBar, NoBar, Swatch } from './coverage-bar.tsx';
import { type Measure, MEASURES, shareOf } from './coverage-finding.ts';
import { useAmount } from './coverage-words.ts';
import classes from './coverage.module.css';
import { CoveredTable } from './covered-table.tsx';
import { PanelFoot } from './panel-foot.tsx';

export function CoveredPanel({ report }: { report: Coverage | undefined }) {
  const { t } = useTranslation('coverage');
  const [asTable, setAsTable] = useState(false);
  const legend = (
    <span className={classes.legend}>
      <Swatch tone="there">{t('covered.there')}</Swatch>
      <Swatch tone="missing">{t('covered.missing')}</Swatch>
      {report?.previous && <Swatch tone="previous">{t('people.previous', { ns: 'report' })}</Swatch>}
    </span>
  );
  return (
    <Panel title={t('covered.title')} note={asTable ? undefined : legend} mb={18}>
      {!report ? (
        <Waiting />
      ) : asTable ? (
        <CoveredTable report={report} />
      ) : (
        MEASURES.map((measure) => <Row key={measure} measure={measure} report={report} />)
      )}
      <PanelFoot at="covered" table={{ shown: asTable, onChange: setAsTable }}>
        <Before report={report} /> {report?.previous === null && `${t('noComparison')} `}
      </PanelFoot>
    </Panel>
  );
}

function Row({ measure, report }: { measure: Measure; report: Coverage }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const amount = useAmount();
  const label = t(`measure.${measure}`);
  const of = shareOf(report[measure]);
  if (!of) return <NoBar label={label}>{t('covered.unknown')}</NoBar>;
  if (of.share === null) {
    const isBefore = of.before >= 0.5;
    return (
      <NoBar label={label} hint={isBefore ? amount(measure, of.before) : undefined}>
        {t(isBefore ? 'covered.allBefore' : 'covered.nothing')}
      </NoBar>
    );
  }
  const before = of.before >= 0.5 ? t('covered.ofBefore', { amount: amount(measure, of.before) }) : undefined;
  const previous = report.previous ? shareOf(report.previous[measure])?.share : undefined;
  const share = format.percent(of.share);
  const gone = format.percent(of.uncovered / of.known);
  const compared = previous === undefined || previous === null ? '' : t('covered.previous', { share: format.percent(previous) });
  return (
    <CoverageBar
      label={label}
      hint={
        <>
          {amount(measure, of.known)}
          {before && (
            <>
              <br />
              {before}
            </>
          )}
        </>
      }
      parts={[
        { key: 'there', value: of.covered, tone: 'there', text: share },
        { key: 'missing', value: of.uncovered, tone: 'missing', text: gone },
      ]}
      words={[t('covered.bar', { measure: label, share, gone }), compared].filter(Boolean).join(' ')}
      previous={previous}
      aside={
        <>
          {of.uncovered < 0.5 ? (
            t('covered.all')
          ) : (
            <>
              <b>{gone}</b> · {t('covered.uncovered', { amount: amount(measure, of.uncovered) })}
            </>
          )}
          {compared && (
            <>
              <br />
              {compared}
            </>
          )}
        </>
      }
    />
  );
}

/** From when on it is known who was there, where the period is older. */
function Before({ report }: { report: Coverage | undefined }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  if (!report) return null;
  if (report.knownFrom === null) return <>{t('covered.neverKnown')}</>;
  return report.knownFrom > report.period.from ? t('covered.knownFrom', { day: format.day(report.knownFrom) }) : null;
}

function Waiting() {
  return (
    <div aria-hidden>
      {MEASURES.map((measure) => (
        <div key={measure} className={classes.waiting}>
          <Skeleton h={16} w="70%" radius="sm" />
          <Skeleton h={34} radius="sm" />
          <Skeleton h={16} w="50%" radius="sm" />
        </div>
      ))}
    </div>
  );
}
