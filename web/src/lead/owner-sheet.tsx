/** Gives a lead to another contact person; says when the data gets another controller with it. */
import { Alert, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead, LeadItem, OwnerInput } from '../../../src/lead/lead.schema.ts';
import { OwnerChanged } from '../../../src/lead/owner.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { problemWords } from '../app/zod-form.ts';
import { ContactPersonPicker } from '../ui/contact-person-picker.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone, showFailed, showUndo } from '../ui/toast.tsx';
import { useContactPersonOptions, useContactPersons } from './contact-persons.ts';

interface Props {
  /** `partner`: the controller of its data; where it is not told, its owner's. */
  lead: Pick<LeadItem, 'id' | 'person' | 'owner'> & Partial<Pick<Lead, 'partner'>>;
  opened: boolean;
  onClose: () => void;
}

export function OwnerSheet({ lead, opened, onClose }: Props) {
  const { t } = useTranslation('lead');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('ownerSheet.title', { name: lead.person.name })}>
      <OwnerForm lead={lead} onClose={onClose} />
    </Sheet>
  );
}

function OwnerForm({ lead, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('lead');
  const { regionPath, contactPersonId } = useRegion();
  const changed = useRegionChanged();
  const persons = useContactPersons();
  const options = useContactPersonOptions().filter(({ id }) => id !== lead.owner?.id);
  const [chosen, setChosen] = useState<string | null>(lead.owner?.id === contactPersonId ? null : contactPersonId);
  const [tried, setTried] = useState(false);
  const partnerOf = (person: string | null | undefined) => persons.find(({ id }) => id === person)?.partner;
  const partner = partnerOf(chosen);
  const present = lead.partner ?? partnerOf(lead.owner?.id);
  const giveBack = async (before: string, from: string) => {
    await api.post(regionPath(`/leads/${lead.id}/owner`), { contactPersonId: before, from }, OwnerChanged).catch(showFailed);
    await changed();
  };
  const give = useMutation({
    mutationFn: (input: OwnerInput) => api.post(regionPath(`/leads/${lead.id}/owner`), input, OwnerChanged),
    onSuccess: async ({ owner, followUps, controllerChanged }) => {
      onClose();
      const words =
        followUps > 0
          ? t('ownerSheet.savedFollowUps', { owner: owner.name, count: followUps })
          : t('ownerSheet.saved', { owner: owner.name });
      const before = lead.owner?.id;
      // With another controller it may be out of her sight now: what is gone she can't take back.
      if (before && !controllerChanged) showUndo(words, () => giveBack(before, owner.id));
      else showDone(controllerChanged ? `${words} ${t('story.controllerChanged')}` : words);
      await changed();
    },
    onError: changed,
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (chosen) give.mutate({ contactPersonId: chosen, from: lead.owner?.id ?? null });
      }}
    >
      <Stack gap="md">
        <ContactPersonPicker
          label={t('ownerSheet.to')}
          options={options}
          value={chosen}
          onChange={setChosen}
          error={tried && !chosen ? problemWords('required') : undefined}
          data-autofocus
        />
        {partner && present && partner.id !== present.id && (
          <Alert color="warm" title={t('ownerSheet.controller')}>
            {t('ownerSheet.controllerText', { from: present.name, to: partner.name })}
          </Alert>
        )}
        <Problem error={give.error} />
        <SheetActions>
          <SavingButton saving={give.isPending}>{t('ownerSheet.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
