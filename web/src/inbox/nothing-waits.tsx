/** The empty inbox: everybody has an answer; what comes next, and what one may do meanwhile. */
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FollowUp } from '../../../src/lead/outcome.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { ButtonLink } from '../ui/link.tsx';
import classes from './inbox.module.css';
import { QuietLake } from './quiet-lake.tsx';

const page = pageOf(FollowUp);
/** Some are due already: put off, or asked by a mail that may still be answered. */
const LOOKED_THROUGH = 20;

export function NothingWaits() {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { regionPath, pagePath } = useRegion();
  const { data } = useQuery(apiQuery(regionPath('/follow-ups'), page, { assignee: 'me', limit: LOOKED_THROUGH }));
  const today = format.dayOf();
  const next = data?.items.find(({ dueOn }) => dueOn > today);
  return (
    <div className={classes.done}>
      <QuietLake />
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.text')}</p>
      {next && <p>{t('empty.next', { name: next.person.name, count: next.months, day: format.day(next.dueOn) })}</p>}
      <div className={classes.next}>
        <ButtonLink to={pagePath('/leads/new')} leftSection={<IconPlus size={18} aria-hidden />}>
          {t('nav.newLead')}
        </ButtonLink>
        <ButtonLink to={pagePath('/leads/board')} variant="default">
          {t('empty.board')}
        </ButtonLink>
      </div>
    </div>
  );
}
