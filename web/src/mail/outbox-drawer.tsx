/** One mail with its words and what became of it; sends it again where it has failed or was kept. */
import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { OutboxItem, OutboxMail } from '../../../src/lead/outbox.schema.ts';
import type { MailSetup } from '../../../src/region/mail-setup.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { queryClient } from '../app/query-client.ts';
import { useRegion } from '../app/region.tsx';
import { Term, Terms } from '../lead/terms.tsx';
import { PageLink } from '../ui/link.tsx';
import { Problem } from '../ui/problem.tsx';
import { SideDrawer } from '../ui/side-drawer.tsx';
import { showDone } from '../ui/toast.tsx';
import { MailStateTag } from './mail-state-tag.tsx';
import classes from './mail.module.css';

interface Props {
  mail: OutboxItem | null;
  setup: MailSetup | undefined;
  onClose: () => void;
}

export function OutboxDrawer({ mail, setup, onClose }: Props) {
  const { t } = useTranslation('mail');
  return (
    <SideDrawer opened={mail !== null} onClose={onClose} title={mail ? t(`kind.${mail.kind}`) : ''} size={560}>
      {mail && <Content key={mail.id} mail={mail} setup={setup} onClose={onClose} />}
    </SideDrawer>
  );
}

function Content({ mail, setup, onClose }: Props & { mail: OutboxItem }) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  const { regionPath, pagePath } = useRegion();
  const path = regionPath(`/outbox/${mail.id}`);
  const read = useQuery({ queryKey: apiKey(path), queryFn: ({ signal }) => api.get(path, OutboxMail, { signal }), enabled: !mail.hidden });
  const send = useMutation({
    mutationFn: () => api.post(`${path}/send`, {}, OutboxItem),
    onSuccess: async () => {
      showDone(t('outbox.sentAgain'));
      onClose();
      await queryClient.invalidateQueries({ queryKey: apiKey(regionPath('/outbox')) });
    },
  });
  const { state, attempts, lastError, createdAt, sentAt, nextAt, to } = mail;
  const again = setup?.configured && (state === 'failed' || state === 'kept') && to;
  return (
    <Stack gap="md">
      <Terms>
        <Term label={t('field.state')}>
          <MailStateTag mail={mail} />
        </Term>
        <Term label={t('field.to')}>{mail.hidden ? t('outbox.hidden') : to ? `${to.name} <${to.email}>` : t('outbox.erased')}</Term>
        <Term label={t('field.written')}>{format.moment(createdAt)}</Term>
        {sentAt && <Term label={t('field.sent')}>{format.moment(sentAt)}</Term>}
        {attempts > 0 && <Term label={t('field.attempts')}>{format.count(attempts)}</Term>}
        {lastError && <Term label={t('field.lastError')}>{lastError}</Term>}
        {nextAt && attempts > 0 && <Term label={t('field.next')}>{format.moment(nextAt)}</Term>}
        {read.data?.leadId && (
          <Term label={t('field.lead')}>
            <PageLink to={pagePath(`/leads/${read.data.leadId}`)}>{t('outbox.openLead')}</PageLink>
          </Term>
        )}
      </Terms>
      {mail.hidden && <Text c="dimmed">{t('outbox.hiddenText')}</Text>}
      {!mail.hidden && read.isPending && <Skeleton h={200} aria-label={t('message.loading')} />}
      <Problem error={read.error ?? send.error} />
      {read.data?.subject && (
        <section aria-label={t('field.subject')}>
          <h3 className={classes.subject}>{read.data.subject}</h3>
          <p className={classes.words} dir="auto">
            {read.data.text}
          </p>
        </section>
      )}
      {again && (
        <div>
          <Button leftSection={<IconSend size={18} aria-hidden />} loading={send.isPending} onClick={() => send.mutate()}>
            {t(state === 'kept' ? 'outbox.sendNow' : 'outbox.sendAgain')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
