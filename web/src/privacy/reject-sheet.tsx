/** Rejects an objection with its reason, which is mailed to the person. */
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DecisionInput, Privacy } from '../../../src/privacy/privacy.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { zodForm } from '../app/zod-form.ts';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';

interface Props {
  personId: string;
  opened: boolean;
  onClose: () => void;
}

export function RejectSheet({ personId, opened, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const form = useForm({ initialValues: { decision: 'rejected' as const, reason: '' }, validate: zodForm(DecisionInput) });
  const problems = useFormProblems(form);
  const reject = useMutation({
    mutationFn: (values: typeof form.values) => api.post(regionPath(`/persons/${personId}/objection/decision`), values, Privacy),
    onError: problems.show,
    onSuccess: async () => {
      onClose();
      showDone(t('done.rejected'));
      await changed();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    reject.mutate(values);
  }, problems.invalid);
  return (
    <Sheet opened={opened} onClose={onClose} title={t('objection.rejectedTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text>{t('objection.rejectedText')}</Text>
          <Textarea
            label={t('objection.reason')}
            description={t('objection.reasonHint')}
            autosize
            minRows={4}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <Problem error={problems.general} />
          <SheetActions>
            <Button variant="default" onClick={onClose}>
              {t('do.cancel')}
            </Button>
            <SavingButton saving={reject.isPending}>{t('objection.rejected')}</SavingButton>
          </SheetActions>
        </Stack>
      </form>
    </Sheet>
  );
}
