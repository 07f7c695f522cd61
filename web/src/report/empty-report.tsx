/** Stands where a report would be: what belongs here, and the one thing to do first. */
import { Button, Card, Group } from '@mantine/core';
import { IconFilter2 } from '@tabler/icons-react';
import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { hasFilters, noFilters } from './report-search.ts';
import { useReportView } from './report-view.tsx';

interface Props {
  /** What belongs here; with filters on, those are what is spoken of. */
  title: string;
  text: string;
  /** Nothing was seen either. */
  bare?: boolean;
}

export function EmptyReport({ title, text, bare = false }: Props) {
  const { t } = useTranslation('report');
  const { search, period, change } = useReportView();
  const filtered = hasFilters(search);
  return (
    <Card>
      <EmptyState
        icon={<IconFilter2 size={24} />}
        title={filtered ? t('empty.filtered') : title}
        text={filtered ? t('empty.filteredText') : text}
        action={
          <Group gap="sm" justify="center">
            {filtered ? <Button onClick={() => change(noFilters)}>{t('do.clearFilters')}</Button> : <First bare={bare} />}
            {period.kind !== 'all' && (
              <Button variant="default" onClick={() => change({ period: 'all', from: undefined, to: undefined })}>
                {t('empty.allTime')}
              </Button>
            )}
          </Group>
        }
      />
    </Card>
  );
}

/** Without activities nothing leads here; after that, people. */
function First({ bare }: { bare: boolean }) {
  const { t } = useTranslation('report');
  const { may, pagePath } = useRegion();
  const built = useRouteContext({ from: '/r/$region', select: (context) => context.built });
  if (bare && may('activity.write') && built('/activities/new'))
    return <ButtonLink to={pagePath('/activities/new')}>{t('nav.newActivity')}</ButtonLink>;
  if (may('lead.write')) return <ButtonLink to={pagePath('/leads/new')}>{t('nav.newLead')}</ButtonLink>;
  return null;
}
