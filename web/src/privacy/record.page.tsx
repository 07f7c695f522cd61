/** The record of processing of each partner (Article 30): a draft from what the region does, to be read, edited and printed. */
import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProcessingRecord, RECORD_PARTS } from '../../../src/privacy/record.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { PartnerChoice } from './partner-choice.tsx';
import { RecordForm } from './record-form.tsx';
import { recordStart, type RecordTexts } from './record-start.ts';

export function RecordPage() {
  return (
    <SettingsFrame page="record">
      <PartnerChoice>{({ id }) => <PartnerRecord key={id} partnerId={id} />}</PartnerChoice>
    </SettingsFrame>
  );
}

function PartnerRecord({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { regionPath } = useRegion();
  const [editing, edit] = useState(false);
  const path = regionPath(`/partners/${partnerId}/processing-record`);
  const { data, error, refetch } = useQuery(apiQuery(path, ProcessingRecord));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={480} radius="md" />;
  const start = recordStart(data.facts, t, format);
  const texts = { ...start, ...data.parts };
  if (editing) return <RecordForm path={path} texts={texts} start={start} onClose={() => edit(false)} />;
  return <RecordPaper record={data} texts={texts} onEdit={() => edit(true)} />;
}

/** As it is read and printed. */
function RecordPaper({ record, texts, onEdit }: { record: ProcessingRecord; texts: RecordTexts; onEdit: () => void }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { savedAt, savedBy, facts } = record;
  const actions = (
    <Group gap="xs">
      <Button variant="default" size="xs" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {t('record.print')}
      </Button>
      <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
        {t('do.edit')}
      </Button>
    </Group>
  );
  return (
    <Panel title={t('record.of', { partner: facts.partner })} actions={actions}>
      <Stack gap="lg" maw={760}>
        <Alert color="warm" title={t('record.draft')}>
          {t('record.draftText')}
        </Alert>
        {RECORD_PARTS.map((part) => (
          <section key={part}>
            <Title order={3} size="h5" mb={4}>
              {t(`record.part.${part}`)}
            </Title>
            <Text style={{ whiteSpace: 'pre-line' }}>{texts[part]}</Text>
          </section>
        ))}
        <Text size="sm" c="dimmed">
          {savedAt ? t('record.saved', { moment: format.moment(savedAt), name: savedBy ?? '–' }) : t('record.unsaved')}
        </Text>
      </Stack>
    </Panel>
  );
}
