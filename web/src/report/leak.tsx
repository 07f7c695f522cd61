/** How many got no further than one step, and for which reasons they were lost there. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { useLostReasons } from '../lead/lead-options.ts';
import { Tag } from '../ui/tag.tsx';
import { useFunnelView } from './funnel-view.tsx';
import classes from './leaks-panel.module.css';
import { OpenNumber } from './open-number.tsx';
import type { ShownStep } from './shown.ts';
import { useStepName } from './step-names.ts';
import { TextButton } from './text-button.tsx';
import { useThreshold } from './use-threshold.ts';

/** How many reasons stand in sight; the rest on request. */
const FIRST = 3;

interface Props {
  step: ShownStep;
  next: ShownStep | undefined;
  biggest: boolean;
}

export function Leak({ step, next, biggest }: Props) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const threshold = useThreshold();
  const { name } = useStepName();
  const [all, setAll] = useState(false);
  if (!next || step.count === 0) return null;
  const gone = step.count === null || next.count === null ? null : step.count - next.count;
  const lost = [...step.lost].sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  const known = lost.some(({ count }) => count === null) ? null : lost.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const rest = known === null || gone === null ? 0 : gone - known;
  const folds = lost.length > FIRST + 1;
  return (
    <li className={classes.leak}>
      <div className={classes.head}>
        <b>
          {name(step)} {biggest && <Tag tone="warm">{t('leaks.biggest')}</Tag>}
        </b>
        <b>{format.count(gone, true, threshold)}</b>
      </div>
      {lost.length > 0 && (
        <ul className={classes.reasons}>
          {lost.map((one, at) => (
            <Reason key={one.reason} step={step} lost={one} folded={folds && !all && at >= FIRST} />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <div className={classes.reason}>
          <span>{t('leaks.notLost')}</span>
          <span>{format.number(rest)}</span>
        </div>
      )}
      {folds && (
        <div className={`${classes.more} no-print`}>
          <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('leaks.fewer') : t('leaks.more', { count: lost.length - FIRST })}
            <span className="hidden-visually">: {name(step)}</span>
          </TextButton>
        </div>
      )}
    </li>
  );
}

function Reason({ step, lost, folded }: { step: ShownStep; lost: ShownStep['lost'][number]; folded: boolean }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const threshold = useThreshold();
  const reasons = useLostReasons();
  const { name } = useStepName();
  const { open } = useFunnelView();
  const count = format.count(lost.count, true, threshold);
  const words = reasons.name(lost.reason);
  return (
    <li className={classes.reason} data-folded={folded || undefined}>
      <span>{words}</span>
      <OpenNumber
        label={`${name(step)}, ${words}: ${count}. ${t('leads.show')}`}
        onOpen={() => open({ step: step.key, lost: lost.reason })}
      >
        {count}
      </OpenNumber>
    </li>
  );
}
