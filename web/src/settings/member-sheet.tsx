/** Changes a member's roles and partner, or ends and renews her membership. */
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Member, MemberChange } from '../../../src/contact/member.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { zodForm } from '../app/zod-form.ts';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone, showUndo } from '../ui/toast.tsx';
import { usePartners } from './partners.ts';
import { RoleBoxes } from './role-boxes.tsx';

export function MemberSheet({ member, onClose }: { member: Member | null; onClose: () => void }) {
  return (
    <Sheet opened={member !== null} onClose={onClose} title={member?.name ?? ''}>
      {member && <MemberForm key={member.id} member={member} onClose={onClose} />}
    </Sheet>
  );
}

function MemberForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const partners = usePartners();
  const form = useForm({
    initialValues: { name: member.name, roles: member.roles as string[], partnerId: member.partner?.id ?? null },
    validate: (values) => zodForm<unknown>(MemberChange)(bodyOf(values)),
  });
  const problems = useFormProblems(form);
  const change = (body: unknown) => api.patch(regionPath(`/members/${member.id}`), body, Member);
  const save = useMutation({
    mutationFn: change,
    onError: problems.show,
    onSuccess: async (_, body) => {
      onClose();
      const { active } = body as { active?: boolean };
      if (active === undefined) showDone(t('do.saved'));
      else if (active) showDone(t('members.renewed', { name: member.name }));
      else showUndo(t('members.endedDone', { name: member.name }), () => change({ active: true }).then(changed));
      await changed();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(bodyOf(values));
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label={t('field.name')} {...form.getInputProps('name')} />
        <RoleBoxes {...form.getInputProps('roles')} />
        <Select label={t('field.partner')} data={partners.options} allowDeselect={false} {...form.getInputProps('partnerId')} />
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={() => save.mutate({ active: !member.active })}>
            {member.active ? t('members.end') : t('members.renew')}
          </Button>
          <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}

const bodyOf = ({ name, roles, partnerId }: { name: string; roles: string[]; partnerId: string | null }) => ({
  name,
  roles,
  ...(partnerId ? { partnerId } : {}),
});
