/** Two persons side by side: are they one? What is shown of her, and which leads become one, is chosen here. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ComparedPair } from '../../../src/lead/duplicate.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import classes from './duplicate.module.css';
import { MergeForm } from './merge-form.tsx';
import { SidePanel } from './side-panel.tsx';

const route = getRouteApi('/r/$region/leads/duplicates/$a/$b');

export function ComparisonPage() {
  const { t } = useTranslation('duplicate');
  const format = useFormat();
  const { regionPath, pagePath } = useRegion();
  const { a, b } = route.useParams();
  const pair = useQuery(apiQuery(regionPath(`/duplicates/${a}/${b}`), ComparedPair));
  const same = pair.data && pair.data.a.person.id === pair.data.b.person.id;
  if (pair.data && same) {
    const [lead] = pair.data.a.leads;
    return <Navigate to={pagePath(lead ? `/leads/${lead.id}` : '/leads/duplicates')} replace />;
  }
  const different = pair.data?.different;
  return (
    <>
      <PageHeader
        title={t('comparison.title')}
        crumb={<PageLink to={pagePath('/leads/duplicates')}>{t('title')}</PageLink>}
        sentence={
          different
            ? t('comparison.different', { by: different.by ?? t('somebody'), day: format.day(format.dayOf(different.at)) })
            : t('comparison.sentence')
        }
      />
      <Problem error={pair.error} onRetry={() => void pair.refetch()} />
      {pair.isPending && <PageLoading />}
      {pair.data && (
        <>
          <div className={classes.sides}>
            <SidePanel side={pair.data.a} />
            <SidePanel side={pair.data.b} />
          </div>
          <MergeForm key={`${a} ${b}`} pair={pair.data} />
        </>
      )}
    </>
  );
}
