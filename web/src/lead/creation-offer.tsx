/** When something is dated before the lead's creation: says so and moves the creation back in one press. */
import { Alert, Button } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { ApiProblem } from '../app/problem.ts';

export function isBeforeCreation(error: unknown): boolean {
  return error instanceof ApiProblem && (error.code === 'before_creation' || error.issues.some(({ code }) => code === 'before_creation'));
}

interface Props {
  /** The lead's creation now. */
  createdAt: string;
  /** The day it would move to. */
  day: string;
  moving: boolean;
  onMove: () => void;
}

export function CreationOffer({ createdAt, day, moving, onMove }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Alert role="alert" color="warm" title={t('beforeCreation.title')} icon={<IconCalendarDown aria-hidden />}>
      {t('beforeCreation.text', { created: format.day(format.dayOf(createdAt)), day: format.day(day) })}
      <div>
        <Button ref={button} mt="sm" size="sm" style={{ scrollMarginBottom: '9rem' }} onClick={onMove} loading={moving}>
          {t('beforeCreation.move', { day: format.day(day) })}
        </Button>
      </div>
    </Alert>
  );
}
