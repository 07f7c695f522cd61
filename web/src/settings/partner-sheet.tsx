/** Makes or changes a partner. */
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Partner, PartnerInput } from '../../../src/region/partner.schema.ts';
import { BASES } from '../../../src/region/region.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';

export function PartnerSheet({ shown, onClose }: { shown: Partner | 'new' | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const partner = shown === 'new' ? null : shown;
  return (
    <Sheet opened={shown !== null} onClose={onClose} title={partner ? t('partners.edit', { name: partner.name }) : t('partners.add')}>
      {shown && <PartnerForm key={partner?.id ?? 'new'} partner={partner} onClose={onClose} />}
    </Sheet>
  );
}

function PartnerForm({ partner, onClose }: { partner: Partner | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { regionPath } = useRegion();
  const form = useForm({
    initialValues: {
      name: partner?.name ?? '',
      businessId: partner?.businessId ?? '',
      basis: partner?.basis ?? ('public_task' as string),
    },
    validate: zodForm(PartnerInput),
  });
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      partner
        ? api.patch(regionPath(`/partners/${partner.id}`), withoutBlanks(values), Partner)
        : api.post(regionPath('/partners'), withoutBlanks(values), Partner),
    onError: problems.show,
    onSuccess: async () => {
      onClose();
      showDone(t('do.saved'));
      await queryClient.invalidateQueries({ queryKey: apiKey(regionPath('')) });
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label={t('field.name')} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('field.businessId')} placeholder="1234567-8" {...form.getInputProps('businessId')} />
        <Select
          label={t('field.basis')}
          description={t('partners.basisHint')}
          allowDeselect={false}
          data={BASES.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
          {...form.getInputProps('basis')}
        />
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
