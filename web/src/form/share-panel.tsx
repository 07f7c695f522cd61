/** How a form gets around: its address, and the snippet for another site's page. */
import { Button, Code, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../src/capture/form.schema.ts';
import { apiUrl } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './form.module.css';

/** The server tells the whole address where it knows its own; else it is where this page is. */
const addressOf = ({ url }: Form) => (url.startsWith('/') ? window.location.origin + url : url);

export function SharePanel({ form }: { form: Form }) {
  const { t } = useTranslation('form');
  const address = addressOf(form);
  const origin = new URL(address).origin;
  const snippet = `<iframe src="${address}" title="${form.title.replaceAll('"', '&quot;')}" loading="lazy" style="width:100%;height:1000px;border:0"></iframe>\n<script src="${origin}/c/embed.js" async></script>`;
  return (
    <Panel title={t('share')}>
      <Stack gap="md">
        <TextInput label={t('address')} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        <Group gap="xs">
          <Copy value={address} words={t('copyAddress')} />
          <Button
            component="a"
            href={address}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            {t('open')}
          </Button>
        </Group>
        <QrCode form={form} address={address} />
        <Text size="sm" c="dimmed">
          {t('shareLinks')}
        </Text>
        {form.sites.length > 0 ? (
          <>
            <Text fw={560} size="sm">
              {t('embed')}
            </Text>
            <Code block tabIndex={0} aria-label={t('embed')} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {snippet}
            </Code>
            <Group>
              <Copy value={snippet} words={t('copyEmbed')} />
            </Group>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('embedNeedsSites')}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

function QrCode({ form: { id, slug }, address }: { form: Form; address: string }) {
  const { t } = useTranslation('form');
  const { regionPath } = useRegion();
  const picture = (type: 'svg' | 'png') => apiUrl(regionPath(`/forms/${id}/qr.${type}`));
  return (
    <div className={classes.code}>
      <img src={picture('svg')} alt={t('qr', { address })} width={112} height={112} />
      <span>
        <a href={picture('svg')} download={`${slug}.svg`}>
          SVG
        </a>
        {' · '}
        <a href={picture('png')} download={`${slug}.png`}>
          PNG
        </a>
      </span>
    </div>
  );
}

function Copy({ value, words }: { value: string; words: string }) {
  const { t } = useTranslation('form');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        >
          {copied ? t('copied') : words}
        </Button>
      )}
    </CopyButton>
  );
}
