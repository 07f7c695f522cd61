/** The channels of a campaign, each an activity of its own with its figures. */
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { numeric, total, WideTable } from '../report/wide-table.tsx';
import { ButtonLink, PageLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import { useChannelChoices } from './channels.ts';
import { EmptyLine } from './empty-line.tsx';

export function PartsPanel({ activity: { id, title, partList, grossReach, views, archived } }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const channels = useChannelChoices();
  const { pagePath, may } = useRegion();
  const add = may('activity.write') && !archived && (
    <ButtonLink
      variant="default"
      size="sm"
      to={pagePath('/activities/new')}
      search={{ parent: id }}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('parts.add')}
    </ButtonLink>
  );
  if (partList.length === 0) {
    return add ? (
      <Panel title={t('parts.title')}>
        <EmptyLine action={add}>{t('parts.emptyText')}</EmptyLine>
      </Panel>
    ) : null;
  }
  const ownCosts = partList.map(({ costCents }) => costCents).filter((cost) => cost !== null);
  return (
    <Panel title={t('parts.title')} actions={add}>
      <WideTable caption={t('parts.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('field.channel')}</th>
            <th scope="col" className={numeric}>
              {t('word.grossReach')}
            </th>
            <th scope="col" className={numeric}>
              {t('metric.views')}
            </th>
            <th scope="col" className={numeric}>
              {t('parts.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {partList.map((part) => (
            <tr key={part.id}>
              <th scope="row">
                <PageLink to={pagePath(`/activities/${part.id}`)}>{channels.name(part.channel)}</PageLink>
                <small>{part.archived ? t('archived') : part.title !== title && part.title}</small>
              </th>
              <td className={numeric}>{format.count(part.grossReach)}</td>
              <td className={numeric}>{format.count(part.views)}</td>
              <td className={numeric}>{format.money(part.costCents)}</td>
            </tr>
          ))}
          <tr className={total}>
            <th scope="row">{t('parts.total')}</th>
            <td className={numeric}>{format.count(grossReach)}</td>
            <td className={numeric}>{format.count(views)}</td>
            <td className={numeric}>{format.money(ownCosts.length > 0 ? ownCosts.reduce((sum, cost) => sum + cost, 0) : null)}</td>
          </tr>
        </tbody>
      </WideTable>
    </Panel>
  );
}
