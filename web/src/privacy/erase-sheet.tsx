/** Erases a person after saying plainly what goes, what stays, and that it can't be undone. */
import { Button, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Erased, type ErasureReason, type Privacy } from '../../../src/privacy/privacy.schema.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';

const REASONS: readonly ErasureReason[] = ['asked', 'mistake', 'spam', 'other'];

interface Props {
  privacy: Privacy;
  opened: boolean;
  onClose: () => void;
}

export function EraseSheet({ privacy, opened, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const [reason, setReason] = useState<string>('asked');
  const [evidence] = privacy.evidence;
  const until = evidence && { programme: evidence.programme, day: format.day(evidence.keepUntil) };
  const erase = useMutation({
    mutationFn: () => api.post(regionPath(`/persons/${privacy.personId}/erase`), { reason }, Erased),
    onSuccess: async ({ restrictedUntil }) => {
      onClose();
      showDone(restrictedUntil ? t('done.restrictedUntil', { day: format.day(restrictedUntil) }) : t('done.erased'));
      await changed();
    },
  });
  return (
    <Sheet opened={opened} onClose={onClose} title={t('erase.title')}>
      <Stack gap="md">
        <List spacing={6}>
          <List.Item>{until ? t('erase.goesEvidence') : t('erase.goes')}</List.Item>
          {until && <List.Item>{t('erase.evidence', until)}</List.Item>}
          <List.Item>{t('erase.stays')}</List.Item>
        </List>
        <Text fw={600}>{t('erase.final')}</Text>
        <ChoiceChips
          label={t('erase.why')}
          choices={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <Problem error={erase.error} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton type="button" color="red" saving={erase.isPending} onClick={() => erase.mutate()}>
            {t('do.erase')}
          </SavingButton>
        </SheetActions>
      </Stack>
    </Sheet>
  );
}
