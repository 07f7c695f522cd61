/** The lower part of the funnel: people known by name, from step to step, and whether they are still here. */
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import { useFunnelView } from './funnel-view.tsx';
import { OpenNumber } from './open-number.tsx';
import { PeopleBars } from './people-bars.tsx';
import classes from './people-panel.module.css';
import { PeopleTable } from './people-table.tsx';
import { youngLeads } from './shown.ts';
import { TextButton } from './text-button.tsx';

export function PeoplePanel({ report }: { report: Funnel | undefined }) {
  const { t } = useTranslation('report');
  const [asTable, setAsTable] = useState(false);
  const { define } = useFunnelView();
  const compared = Boolean(report?.previous);
  return (
    <Panel
      title={t('people.title')}
      note={
        <>
          {t('people.note')}
          {report?.previous === null && ` · ${t('compare.noData')}`}
          {compared && !asTable && (
            <>
              {' · '}
              <span className={classes.mark} aria-hidden />
              {t('people.previous')}
            </>
          )}
        </>
      }
    >
      {!report ? <PeopleSkeleton /> : asTable ? <PeopleTable report={report} /> : <PeopleBars report={report} />}
      <p className={classes.foot}>
        <Young report={report} />
        <span className="no-print">
          <TextButton onClick={() => define('step')}>{t('do.howCounted')}</TextButton>
          {' · '}
          <TextButton aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'people.showBars' : 'do.showTable')}
          </TextButton>
        </span>
      </p>
    </Panel>
  );
}

/** How many leads may still move, and the way to leave the young ones out. */
function Young({ report }: { report: Funnel | undefined }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { search, change, open } = useFunnelView();
  if (!report) return null;
  const { stillRunning } = report.cohort;
  const endless = search.windowDays === 'none';
  const young = youngLeads(report);
  if (stillRunning === 0 && young === 0 && !search.mature) return <>{t('people.allOver')} </>;
  const words =
    stillRunning === null
      ? t('people.runningHidden')
      : t(endless ? 'people.open' : 'people.running', { count: stillRunning, total: format.number(stillRunning) });
  return (
    <>
      {search.mature ? (
        <>{t('people.leftOut', { count: young ?? 0, total: format.count(young, true) })} </>
      ) : (
        <>
          {stillRunning ? (
            <OpenNumber label={`${words} ${t('leads.show')}`} onOpen={() => open({ running: true })}>
              {words}
            </OpenNumber>
          ) : (
            words
          )}{' '}
        </>
      )}
      {!endless && (
        <span className="no-print">
          <TextButton aria-pressed={search.mature === true} onClick={() => change({ mature: search.mature ? undefined : true })}>
            {t(search.mature ? 'people.takeIn' : 'people.leaveOut')}
          </TextButton>
          {' · '}
        </span>
      )}
    </>
  );
}

const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function PeopleSkeleton() {
  return (
    <div aria-hidden>
      {places.map((place, at) => (
        <div key={place} className={classes.waiting}>
          <Skeleton h={16} w="70%" radius="sm" />
          <Skeleton h={34} w={`${100 - at * 12}%`} radius="sm" />
          <Skeleton h={16} w="50%" radius="sm" />
        </div>
      ))}
    </div>
  );
}
