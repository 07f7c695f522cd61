/** How many came, in which languages, and which organisations took part. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useThreshold } from '../report/use-threshold.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './activity.module.css';
import { AttendanceSheet } from './attendance-sheet.tsx';
import { EmptyLine } from './empty-line.tsx';

/** More than these are shown on demand. */
const FIRST = 8;

export function AttendancePanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const threshold = useThreshold();
  const { may } = useRegion();
  const [recording, { open, close }] = useDisclosure(false);
  const [all, setAll] = useState(false);
  const { attendance, organisations } = activity;
  const shown = all ? organisations : organisations.slice(0, FIRST);
  const record = may('attendance.write') && (
    <Button variant="default" size="sm" onClick={open}>
      {attendance ? t('do.edit') : t('attendance.record')}
    </Button>
  );
  const languages = Object.entries(attendance?.byLanguage ?? {}).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  const isEmpty = !attendance && organisations.length === 0;
  return (
    <Panel title={t('attendance.title')} actions={isEmpty ? undefined : record}>
      {isEmpty && <EmptyLine action={record}>{t('attendance.emptyText')}</EmptyLine>}
      {!isEmpty && (
        <Figures>
          <Figure value={format.count(attendance?.headcount)} label={t('attendance.came')} />
          <Figure value={format.number(organisations.length)} label={t('attendance.organisations', { count: organisations.length })} />
        </Figures>
      )}
      {languages.length > 0 && (
        <>
          <p className={classes.sub}>{t('attendance.byLanguage')}</p>
          <ul className={classes.rows}>
            {languages.map(([code, count]) => (
              <li key={code}>
                <span>{format.language(code)}</span>
                <span className={classes.number}>{format.count(count, attendance?.suppressed, threshold)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {organisations.length > 0 && (
        <>
          <p className={classes.sub}>{t('word.organisations')}</p>
          <ul className={classes.rows}>
            {shown.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          {shown.length < organisations.length && (
            <Button variant="default" size="sm" mt="xs" fullWidth onClick={() => setAll(true)}>
              {t('figures.all', { count: organisations.length })}
            </Button>
          )}
        </>
      )}
      <AttendanceSheet activity={activity} opened={recording} onClose={close} />
    </Panel>
  );
}
