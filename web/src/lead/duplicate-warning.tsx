/** While one types: somebody like this is known already; her story can go on instead of a second one beginning. */
import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PossibleDuplicate } from '../../../src/lead/lead.schema.ts';
import { TouchAdded } from '../../../src/lead/touch.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { api, apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { instantOf } from '../app/zone-time.ts';
import { useConnection } from '../offline/connection.ts';
import { PageLink } from '../ui/link.tsx';
import { Problem } from '../ui/problem.tsx';
import { showDone } from '../ui/toast.tsx';
import classes from './duplicate-warning.module.css';
import { touchOf } from './met-at.ts';
import type { NewLeadValues } from './new-lead-form.ts';
import { reachOf } from './reach.ts';

const page = pageOf(PossibleDuplicate);

interface Props {
  values: NewLeadValues;
  /** It was added to this lead's story. */
  onAdded: (leadId: string) => void;
  /** It is a new wish of this person; undefined: of somebody new after all. */
  onKnown: (person: NewLeadValues['known']) => void;
}

export function DuplicateWarning(props: Props) {
  const { values } = props;
  const { t } = useTranslation('lead');
  const { regionPath } = useRegion();
  const { email, phone } = reachOf(values.reach);
  const [asked] = useDebouncedValue(
    JSON.stringify({ name: values.name.trim() || undefined, email, phone, municipality: values.municipality ?? undefined }),
    400,
  );
  const reached = useConnection();
  const query = JSON.parse(asked) as Record<string, string>;
  const isWorthAsking = Boolean(query['email'] || query['phone'] || (query['name'] && query['municipality']));
  const { data } = useQuery({
    ...apiQuery(regionPath('/leads/duplicates'), page, query),
    enabled: isWorthAsking,
    placeholderData: keepPreviousData,
    retry: false,
  });
  // Whom one may see stands first: there something can be done.
  const found = isWorthAsking ? [...(data?.items ?? [])].sort((a, b) => Number(b.leadId !== null) - Number(a.leadId !== null)) : [];
  if (values.known) return <NewWish {...props} known={values.known} />;
  return (
    <div role="status" className={classes.all}>
      {isWorthAsking && !reached && <p className={classes.hint}>{t('duplicate.away')}</p>}
      {found.map((one) => (
        <Known key={`${one.leadId} ${one.owner} ${one.why}`} found={one} {...props} />
      ))}
      {found.length > 0 && <span className="hidden-visually">{t('duplicate.count', { count: found.length })}</span>}
    </div>
  );
}

/** Her new wish is written down: nobody is made a second time. */
function NewWish({ known, onKnown }: Props & { known: NonNullable<NewLeadValues['known']> }) {
  const { t } = useTranslation('lead');
  return (
    <div role="status" className={classes.known}>
      <p>{t('duplicate.wishOf', { name: known.name })}</p>
      <Button size="xs" variant="default" mt={8} onClick={() => onKnown(undefined)}>
        {t('duplicate.somebodyNew')}
      </Button>
    </div>
  );
}

function Known({ found, values, onAdded, onKnown }: Props & { found: PossibleDuplicate }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { pagePath } = useRegion();
  const add = useAddToStory(found, values, onAdded);
  const { name, owner, leadId, personId, why, createdAt } = found;
  if (!leadId) return <div className={classes.known}>{owner ? t('duplicate.elsewhere', { owner }) : t('duplicate.elsewhereNobody')}</div>;
  return (
    <div className={classes.known}>
      <p>
        <b>{name}</b> {t(`duplicate.${why}`)}
        {createdAt && ` ${t('duplicate.since', { day: format.day(format.dayOf(createdAt)) })}`}
        {owner && ` ${t('duplicate.owner', { owner })}`}
      </p>
      <Group gap="xs" mt={8}>
        <Button size="xs" variant="filled" loading={add.isPending} disabled={!values.met} onClick={() => add.mutate()}>
          {t('duplicate.add')}
        </Button>
        {personId && (
          <Button size="xs" variant="default" onClick={() => onKnown({ id: personId, name: name ?? '' })}>
            {t('duplicate.newWish')}
          </Button>
        )}
        <PageLink to={pagePath(`/leads/${leadId}`)}>{t('duplicate.open')}</PageLink>
      </Group>
      {!values.met && <p className={classes.hint}>{t('duplicate.whereFirst')}</p>}
      <Problem error={add.error} />
    </div>
  );
}

/** Adds the meeting, and the note if there is one, to the lead that is known. */
function useAddToStory({ leadId, name }: PossibleDuplicate, { met, on, note }: NewLeadValues, onAdded: (leadId: string) => void) {
  const { t } = useTranslation('lead');
  const { regionPath, timeZone } = useRegion();
  const changed = useRegionChanged();
  return useMutation({
    mutationFn: async () => {
      if (!met || !leadId) return;
      await api.post(regionPath(`/leads/${leadId}/touches`), touchOf(met, on ? instantOf(on, timeZone, '12:00') : undefined), TouchAdded);
      if (note.trim()) await api.post(regionPath(`/leads/${leadId}/notes`), { text: note, contact: true });
    },
    onSuccess: async () => {
      if (!leadId) return;
      onAdded(leadId);
      showDone(t('duplicate.added', { name }));
      await changed();
    },
  });
}
