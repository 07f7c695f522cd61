/** Records what became of a lead, in one dialog: somebody settled, founded, found work or studies. */
import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Outcome, OUTCOME_TYPES, OutcomeInput, type OutcomeType } from '../../../src/lead/outcome.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { CreationOffer, isBeforeCreation } from '../lead/creation-offer.tsx';
import type { MovableLead } from '../lead/use-move.ts';
import { OrganisationPicker } from '../organisation/organisation-picker.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { MunicipalityPicker } from '../ui/municipality-picker.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showFailed, showUndo } from '../ui/toast.tsx';
import { CompanyFields } from './company-fields.tsx';
import { FollowUpPromise } from './follow-up-promise.tsx';
import { HouseholdFields } from './household-fields.tsx';
import { fieldNames, firstValues, isFollowed, outcomeOf, type OutcomeValues } from './outcome-form.ts';

interface Props {
  lead: MovableLead;
  opened: boolean;
  onClose: () => void;
  /** Whether outcomes of this pipeline are followed up. */
  followUpMonths: readonly number[];
  /** The name of the stage that the lead moves to. */
  stageLabel: string;
  /** Moves the lead without its outcome; it stays in the inbox until that is recorded. */
  onLater?: (() => void) | undefined;
}

export function OutcomeDialog({ lead, opened, onClose, followUpMonths, stageLabel, onLater }: Props) {
  const { t } = useTranslation('outcome');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('title', { name: lead.person.name })} long size={580}>
      <OutcomeForm {...{ lead, onClose, followUpMonths, stageLabel, onLater }} />
    </Sheet>
  );
}

function OutcomeForm({ lead, onClose, followUpMonths, stageLabel, onLater }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('outcome');
  const format = useFormat();
  const municipalities = useMunicipalities();
  const today = format.dayOf();
  const form = useForm<OutcomeValues>({
    initialValues: firstValues(lead, today),
    validate: (values) => zodForm<unknown>(OutcomeInput)(outcomeOf(values)),
  });
  const problems = useFormProblems(form, fieldNames);
  // A day before the creation has its own words and way out below.
  const record = useRecord(lead, onClose, (error) => !isBeforeCreation(error) && problems.show(error));
  const send = (moveCreation: boolean) => {
    problems.clear();
    record.mutate({ ...(withoutBlanks(outcomeOf(form.getValues())) as OutcomeInput), ...(moveCreation ? { moveCreation } : {}) });
  };
  const { type, on } = form.values;
  return (
    <form onSubmit={form.onSubmit(() => send(false), problems.invalid)} noValidate>
      <Stack gap="lg">
        <ChoiceChips
          label={t('what')}
          choices={OUTCOME_TYPES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          value={type}
          onChange={(value) => form.setFieldValue('type', value as OutcomeType)}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <MunicipalityPicker options={municipalities.options} first={municipalities.first} {...form.getInputProps('municipality')} />
          <DayInput label={t(`on.${type}`)} maxDate={today} {...form.getInputProps('on')} />
        </SimpleGrid>
        {type === 'settled_mover' && <HouseholdFields form={form} />}
        {type === 'new_company' && <CompanyFields form={form} />}
        {(type === 'employed' || type === 'studying') && (
          <OrganisationPicker {...form.getInputProps('organisation')} label={t(`organisation.${type}`)} />
        )}
        <FollowUpPromise on={on} months={isFollowed(type) ? followUpMonths : []} />
        {isBeforeCreation(record.error) && on && (
          <CreationOffer createdAt={lead.createdAt} day={on} moving={record.isPending} onMove={() => send(true)} />
        )}
        <Problem error={problems.general} />
        <SheetActions>
          {lead.stage !== 'won' && (
            <Text size="sm" c="dimmed" w="100%">
              {t('movesTo', { stage: stageLabel })}
            </Text>
          )}
          {onLater && (
            <Button variant="default" onClick={onLater}>
              {t('later')}
            </Button>
          )}
          <SavingButton saving={record.isPending}>{t('save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}

function useRecord(lead: MovableLead, onClose: () => void, onError: (error: unknown) => void) {
  const { t } = useTranslation('outcome');
  const format = useFormat();
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  return useMutation({
    mutationFn: (input: OutcomeInput) => api.post(regionPath(`/leads/${lead.id}/outcomes`), input, Outcome),
    onError,
    onSuccess: async ({ id, followUps }) => {
      onClose();
      const days = format.list(followUps.map(({ dueOn }) => format.day(dueOn)));
      showUndo(followUps.length > 0 ? t('recordedFollowUps', { days }) : t('recorded'), async () => {
        await api.post(regionPath(`/outcomes/${id}/void`), { reason: t('undoReason') }).catch(showFailed);
        await changed();
      });
      await changed();
    },
  });
}
