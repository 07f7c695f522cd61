/** Where leads say they heard of the region, beside what they are known to have met, channel by channel. */
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import classes from './coverage.module.css';
import { HeardBars } from './heard-bars.tsx';
import { HeardTable } from './heard-table.tsx';
import { PanelFoot } from './panel-foot.tsx';
import { isBeside } from './row-names.ts';
import { useThreshold } from './use-threshold.ts';

export function HeardPanel({ report }: { report: Coverage | undefined }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const threshold = useThreshold();
  const [asTable, setAsTable] = useState(false);
  const heard = report?.heardFrom;
  // What is no channel stands below those that are.
  const rows = [...(heard?.rows ?? [])].sort((a, b) => Number(isBeside(a.key)) - Number(isBeside(b.key)));
  const answered = heard && t('heard.answered', { count: heard.answered ?? 0, total: format.count(heard.answered, true, threshold) });
  return (
    <Panel title={t('heard.title')} note={answered}>
      {!heard ? (
        <Skeleton h={520} radius="md" />
      ) : heard.rows.length === 0 ? (
        <p className={classes.words}>{t('heard.empty')}</p>
      ) : (
        <>
          <p className={classes.words}>{t('heard.difference')}</p>
          {asTable ? <HeardTable rows={rows} /> : <HeardBars rows={rows} />}
        </>
      )}
      <PanelFoot at="heardFrom" {...(heard?.rows.length ? { table: { shown: asTable, onChange: setAsTable } } : {})} />
    </Panel>
  );
}
