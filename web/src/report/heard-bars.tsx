/** Each channel with two thin bars: who named it, and who is known to have met it. */
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { Swatch } from './coverage-bar.tsx';
import coverage from './coverage.module.css';
import classes from './heard-bars.module.css';
import { useHeardName } from './heard-names.ts';
import { useThreshold } from './use-threshold.ts';

export type HeardRow = Coverage['heardFrom']['rows'][number];

const TONES = { heard: 'there', met: 'open' } as const;

export function HeardBars({ rows }: { rows: readonly HeardRow[] }) {
  const { t } = useTranslation('coverage');
  const name = useHeardName();
  const most = Math.max(1, ...rows.flatMap(({ heard, met }) => [heard ?? 0, met ?? 0]));
  return (
    <>
      <p className={coverage.legend}>
        <Swatch tone="there">{t('heard.named')}</Swatch>
        <Swatch tone="open">{t('heard.met')}</Swatch>
      </p>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.key} className={classes.row}>
            <span className={classes.name}>{name(row)}</span>
            <span className={classes.bars}>
              <Bar part="heard" row={row} most={most} />
              <Bar part="met" row={row} most={most} />
            </span>
            <Both row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Bar({ part, row, most }: { part: 'heard' | 'met'; row: HeardRow; most: number }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const threshold = useThreshold();
  const count = row[part];
  return (
    <span className={classes.bar}>
      <span className="hidden-visually">{t(part === 'heard' ? 'heard.named' : 'heard.met')}: </span>
      {count !== 0 && <i data-tone={TONES[part]} style={{ width: `calc((100% - 3rem) * ${(count ?? 0) / most})` }} />}
      <span>{format.count(count, true, threshold)}</span>
    </span>
  );
}

/** How many did both; where one of the two is nobody, there is nothing to say. */
function Both({ row: { heard, met, both } }: { row: HeardRow }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const threshold = useThreshold();
  return (
    <span className={classes.both}>{heard !== 0 && met !== 0 && t('heard.bothCount', { total: format.count(both, true, threshold) })}</span>
  );
}
