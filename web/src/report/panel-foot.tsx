/** Below a picture: a few words, how it is counted, and the same as a table. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionKey } from './definitions.ts';
import classes from './panel-foot.module.css';
import { useReportView } from './report-view.tsx';
import { TextButton } from './text-button.tsx';

interface Props {
  at: DefinitionKey;
  /** Whether the table is shown, and the way to change it; none where there is only a table. */
  table?: { shown: boolean; onChange: (shown: boolean) => void };
  children?: ReactNode;
}

export function PanelFoot({ at, table, children }: Props) {
  const { t } = useTranslation('report');
  const { define } = useReportView();
  return (
    <p className={classes.foot}>
      {children}{' '}
      <span className="no-print">
        <TextButton onClick={() => define(at)}>{t('do.howCounted')}</TextButton>
        {table && (
          <>
            {' · '}
            <TextButton aria-pressed={table.shown} onClick={() => table.onChange(!table.shown)}>
              {t(table.shown ? 'people.showBars' : 'do.showTable')}
            </TextButton>
          </>
        )}
      </span>
    </p>
  );
}
