/** A curve over time with its table beside it; the drawing is loaded only where there is one. */
import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTable } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './line-chart.module.css';
import type { LinePoint } from './line-point.ts';

const Picture = lazy(() => import('./line-chart.picture.tsx').then(({ LineChartPicture }) => ({ default: LineChartPicture })));

interface Props {
  points: readonly LinePoint[];
  /** What the curve counts: "Views". */
  name: string;
  /** What the picture says, in one sentence, for readers. */
  label: string;
  /** The same numbers as a table. */
  table: ReactNode;
}

export function LineChart({ points, name, label, table }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <figure className={classes.figure}>
      <div className={classes.picture} role="img" aria-label={label}>
        <Suspense>
          <Picture points={points} name={name} />
        </Suspense>
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        aria-expanded={opened}
        aria-controls={id}
        leftSection={<IconTable size={15} aria-hidden />}
        onClick={toggle}
      >
        {opened ? t('do.hide') : t('do.showTable')}
      </Button>
      <Collapse expanded={opened} id={id}>
        {table}
      </Collapse>
    </figure>
  );
}
