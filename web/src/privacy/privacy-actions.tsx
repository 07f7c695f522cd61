/** What may be done with a person's data, and how it stands: on the page of each of her leads. */
import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconLink, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Privacy } from '../../../src/privacy/privacy.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { Problem } from '../ui/problem.tsx';
import { EraseSheet } from './erase-sheet.tsx';
import { RejectSheet } from './reject-sheet.tsx';
import { type PrivacyVerbs, usePrivacyVerbs } from './use-privacy-verbs.ts';

export function PrivacyActions({ personId }: { personId: string }) {
  const { regionPath, may } = useRegion();
  const { data, error, refetch } = useQuery({
    ...apiQuery(regionPath(`/persons/${personId}/privacy`), Privacy),
    enabled: may('privacy.act'),
  });
  if (!may('privacy.act')) return null;
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={120} mt="md" />;
  return <Standing privacy={data} />;
}

function Standing({ privacy }: { privacy: Privacy }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const verbs = usePrivacyVerbs(privacy.personId);
  // The head of the page says so.
  if (privacy.erasedAt) return null;
  const announced = privacy.leads.find((lead) => lead.announced && !lead.erased);
  return (
    <Stack gap="sm" mt="md">
      {announced && <Alert color="warm">{t('is.announced', { day: format.day(announced.deleteAfter) })}</Alert>}
      <Restricted privacy={privacy} verbs={verbs} />
      <Buttons privacy={privacy} verbs={verbs} />
    </Stack>
  );
}

/** Why her data is kept and not used; an objection is decided here. */
function Restricted({ privacy, verbs }: { privacy: Privacy; verbs: PrivacyVerbs }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const [rejecting, reject] = useDisclosure(false);
  const { restriction, objection, evidence } = privacy;
  if (!restriction) return null;
  if (restriction.because === 'objection' && objection) {
    return (
      <Alert color="warm" title={t('objection.title')}>
        <Stack gap="sm">
          {t('objection.text', { day: format.day(objection.decideBy) })}
          <Group gap="xs">
            <Button size="xs" color="red" onClick={verbs.uphold}>
              {t('objection.uphold')}
            </Button>
            <Button size="xs" variant="default" onClick={reject.open}>
              {t('objection.reject')}
            </Button>
          </Group>
        </Stack>
        <RejectSheet personId={privacy.personId} opened={rejecting} onClose={reject.close} />
      </Alert>
    );
  }
  return (
    <Alert color="gray" title={t('restricted.title')}>
      {restriction.because === 'evidence' && restriction.until
        ? t('restricted.evidence', { programme: evidence[0]?.programme ?? '', day: format.day(restriction.until) })
        : t('restricted.asked')}
    </Alert>
  );
}

function Buttons({ privacy, verbs }: { privacy: Privacy; verbs: PrivacyVerbs }) {
  const { t } = useTranslation('privacy');
  const [erasing, erase] = useDisclosure(false);
  const { restriction, mayObject } = privacy;
  const small = { size: 'xs', variant: 'default' } as const;
  return (
    <Group gap="xs" className="no-print">
      <Button {...small} leftSection={<IconDownload size={16} aria-hidden />} loading={verbs.busy} onClick={verbs.copy}>
        {t('do.copyAll')}
      </Button>
      <Button {...small} leftSection={<IconLink size={16} aria-hidden />} onClick={verbs.link}>
        {t('do.link')}
      </Button>
      {!restriction && (
        <Button {...small} leftSection={<IconLock size={16} aria-hidden />} onClick={verbs.restrict}>
          {t('do.restrict')}
        </Button>
      )}
      {restriction?.because === 'asked' && (
        <Button {...small} leftSection={<IconLockOpen size={16} aria-hidden />} onClick={verbs.lift}>
          {t('do.lift')}
        </Button>
      )}
      {mayObject && !restriction && (
        <Button {...small} onClick={verbs.object}>
          {t('do.object')}
        </Button>
      )}
      {restriction?.because !== 'evidence' && (
        <Button {...small} color="red" variant="outline" leftSection={<IconTrash size={16} aria-hidden />} onClick={erase.open}>
          {t('do.erase')}
        </Button>
      )}
      <EraseSheet privacy={privacy} opened={erasing} onClose={erase.close} />
    </Group>
  );
}
