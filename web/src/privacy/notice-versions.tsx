/** Every version of a notice, the newest first, each with the way to its public page. */
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../src/privacy/notice.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';

export function NoticeVersions({ notices }: { notices: readonly Notice[] }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  return (
    <Panel title={t('notice.versions')}>
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {notices.map(({ version, current, at, path, texts }) => (
          <li key={version}>
            <Group gap="xs">
              <Anchor href={path} target="_blank" rel="noopener">
                {t('notice.version', { version })}
              </Anchor>
              {current && <Tag>{t('notice.current')}</Tag>}
            </Group>
            <Text size="sm" c="dimmed">
              {at ? t('notice.publishedOn', { day: format.day(format.dayOf(at)) }) : t('notice.builtIn')}
              {at && ` · ${format.list(Object.keys(texts).map(format.language))}`}
            </Text>
          </li>
        ))}
      </Stack>
      <Text size="sm" c="dimmed" mt="md">
        {t('notice.versionsHint')}
      </Text>
    </Panel>
  );
}
