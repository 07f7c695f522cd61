/** The columns of the list of activities. */
import { useTranslation } from 'react-i18next';
import type { ActivityItem } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import type { Column } from '../ui/column.ts';
import classes from './activity-list.module.css';
import { useChannelChoices } from './channels.ts';

export function useActivityColumns(): readonly Column<ActivityItem>[] {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const channels = useChannelChoices();
  return [
    {
      key: 'title',
      header: t('field.title'),
      sort: 'title',
      cell: ({ title, kind, parts }) => (
        <>
          {title}
          <span className={classes.small}>
            {t(`kind.${kind}`)}
            {parts > 0 && `, ${t('list.parts', { count: parts })}`}
          </span>
        </>
      ),
    },
    {
      key: 'channel',
      header: t('field.channel'),
      cell: ({ channel, parts }) => (parts > 0 ? t('list.severalChannels') : channels.name(channel)),
      wideOnly: true,
    },
    {
      key: 'period',
      header: t('field.period'),
      sort: 'startsOn',
      cell: ({ startsOn, endsOn }) => <span className={classes.days}>{format.days(startsOn, endsOn)}</span>,
    },
    { key: 'contactPerson', header: t('field.contactPerson'), cell: ({ contactPerson }) => contactPerson.name },
    { key: 'reach', header: t('word.grossReach'), sort: 'grossReach', align: 'right', cell: ({ grossReach }) => format.count(grossReach) },
    { key: 'views', header: t('metric.views'), align: 'right', cell: ({ views }) => format.count(views), wideOnly: true },
    { key: 'leads', header: t('word.leads'), sort: 'leads', align: 'right', cell: ({ leads }) => format.count(leads) },
    {
      key: 'cost',
      header: t('field.cost'),
      sort: 'costCents',
      align: 'right',
      // Whole euros: days of a period make fractions of cents.
      cell: ({ totalCostCents }) => (
        <span className={classes.days}>{format.money(totalCostCents === null ? null : Math.round(totalCostCents / 100) * 100)}</span>
      ),
    },
  ];
}
