/** Says that the follow-ups are made by themselves, and on which days; or that there are none. */
import { IconCalendarCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { followUpDays } from './follow-up-days.ts';
import classes from './follow-up-promise.module.css';

interface Props {
  on: string | null;
  /** After how many months; none when nobody asks. */
  months: readonly number[];
}

export function FollowUpPromise({ on, months }: Props) {
  const { t } = useTranslation('outcome');
  const format = useFormat();
  const days = on ? format.list(followUpDays(on, months).map(format.day)) : '';
  return (
    <div className={classes.promise} role="status">
      <IconCalendarCheck size={20} stroke={1.7} aria-hidden />
      <span>{months.length > 0 ? t('followUps', { months: format.list(months.map(format.number)), days }) : t('noFollowUps')}</span>
    </div>
  );
}
