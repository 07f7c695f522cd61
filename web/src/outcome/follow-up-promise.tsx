/** Says that the follow-ups are made by themselves, and on which days; or that there are none. */
import { IconCalendarCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { followUpDays } from './follow-up-days.ts';
import classes from './follow-up-promise.module.css';

export function FollowUpPromise({ on, promised }: { on: string | null; promised: boolean }) {
  const { t } = useTranslation('outcome');
  const format = useFormat();
  const days = on ? format.list(followUpDays(on).map(format.day)) : '';
  return (
    <div className={classes.promise} role="status">
      <IconCalendarCheck size={20} stroke={1.7} aria-hidden />
      <span>{promised ? t('followUps', { days }) : t('noFollowUps')}</span>
    </div>
  );
}
