/** One quiet line above the pages: no connection, entries that wait, a session that lapsed, or a new version. */
import { Button, UnstyledButton } from '@mantine/core';
import { IconCloudOff, IconCloudUp, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { takeNewVersion, useNewVersion } from './app-update.ts';
import { useConnection } from './connection.ts';
import classes from './connection-line.module.css';
import type { Sending } from './sending.ts';
import { useEntries, useSending, useSignInAgain, useWorkersNews } from './use-entries.ts';

const TRY_AGAIN_MS = 60_000;

export default function ConnectionLine() {
  const { t } = useTranslation('offline');
  const { pagePath } = useRegion();
  const entries = useEntries();
  const reached = useConnection();
  const newVersion = useNewVersion();
  const signInAgain = useSignInAgain();
  const waiting = entries?.filter(({ refused }) => !refused).length ?? 0;
  const refused = (entries?.length ?? 0) - waiting;
  const stopped = useSendingByItself(waiting, reached);
  useWorkersNews();
  const show = <PageLink to={pagePath('/leads/waiting')}>{t('do.show')}</PageLink>;

  return (
    <div role="status" className="no-print">
      {!reached && (
        <Line icon={<IconCloudOff size={17} stroke={1.8} aria-hidden />}>
          {t('away')}{' '}
          {waiting > 0 && (
            <>
              {t('waiting', { count: waiting })} {show}
            </>
          )}
        </Line>
      )}
      {reached && waiting > 0 && stopped === 'signed_out' && (
        <Line icon={<IconCloudUp size={17} stroke={1.8} aria-hidden />}>
          <UnstyledButton className={classes.link} onClick={signInAgain}>
            {t('signIn', { count: waiting })}
          </UnstyledButton>
        </Line>
      )}
      {reached && waiting > 0 && stopped !== 'signed_out' && stopped !== undefined && (
        <Line icon={<IconCloudUp size={17} stroke={1.8} aria-hidden />}>
          {t('waiting', { count: waiting })} {show}
        </Line>
      )}
      {refused > 0 && (
        <Line warm icon={<IconCloudUp size={17} stroke={1.8} aria-hidden />}>
          {t('refused', { count: refused })} {show}
        </Line>
      )}
      {newVersion && (
        <Line icon={<IconRefresh size={17} stroke={1.8} aria-hidden />}>
          {t('newVersion')}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void takeNewVersion()}>
            {t('update')}
          </Button>
        </Line>
      )}
    </div>
  );
}

function Line({ icon, warm = false, children }: { icon: ReactNode; warm?: boolean; children: ReactNode }) {
  return (
    <div className={`${classes.line} ${warm ? classes.warm : ''}`}>
      {icon}
      <span>{children}</span>
    </div>
  );
}

/** Sends at the start, when the connection comes back, and now and then while something waits. Why the last time stopped. */
function useSendingByItself(waiting: number, reached: boolean): Sending['stopped'] {
  const { send } = useSending();
  const [stopped, setStopped] = useState<Sending['stopped']>();
  const isWaiting = waiting > 0;
  useEffect(() => {
    if (!isWaiting || !reached) return;
    let isOver = false;
    const go = () =>
      void send().then((sending) => {
        if (!isOver) setStopped(sending.stopped);
      });
    go();
    const timer = setInterval(go, TRY_AGAIN_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isWaiting, reached, send]);
  return stopped;
}
