/** How each figure is counted, in plain words; opened at the figure one came from. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDrawer } from '../ui/side-drawer.tsx';
import { DEFINITIONS, type DefinitionKey } from './definitions.ts';
import classes from './definitions-drawer.module.css';
import { useThreshold } from './use-threshold.ts';

interface Props {
  of: keyof typeof DEFINITIONS;
  /** Null: closed. */
  at: DefinitionKey | null;
  onClose: () => void;
}

export function DefinitionsDrawer({ of, at, onClose }: Props) {
  const { t } = useTranslation('report');
  return (
    <SideDrawer opened={at !== null} onClose={onClose} title={t('do.howCounted')}>
      {at && <Definitions of={of} at={at} />}
    </SideDrawer>
  );
}

function Definitions({ of, at }: { of: Props['of']; at: DefinitionKey }) {
  const { t } = useTranslation('report');
  const threshold = useThreshold();
  const wanted = useRef<HTMLElement>(null);
  useEffect(() => {
    // After the drawer has slid in and has taken the focus.
    const later = setTimeout(() => {
      wanted.current?.scrollIntoView({ block: 'start' });
      wanted.current?.focus({ preventScroll: true });
    }, 220);
    return () => clearTimeout(later);
  }, []);
  return DEFINITIONS[of].map((key) => (
    <section
      key={key}
      {...(key === at ? { ref: wanted, tabIndex: -1 } : {})}
      className={classes.definition}
      data-wanted={key === at || undefined}
    >
      <h3 className={classes.title}>{t(`define.${key}`)}</h3>
      <p>{t(`define.${key}Text`, { few: threshold - 1, threshold })}</p>
    </section>
  ));
}
