/** Answers a follow-up: still here, moved away, no answer; and would they have come anyway? */
import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CAME_ANYWAY, FOLLOW_UP_STATUSES, FollowUpAnswer, FollowUpAnswered } from '../../../src/lead/outcome.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showFailed, showUndo } from '../ui/toast.tsx';

export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

export interface AskedFollowUp {
  id: string;
  name: string;
  months: number;
}

interface Props {
  asked: AskedFollowUp | null;
  /** The button that was pressed. */
  status: FollowUpStatus;
  opened: boolean;
  onClose: () => void;
}

export function FollowUpSheet({ asked, status, opened, onClose }: Props) {
  const { t } = useTranslation('outcome');
  return (
    <Sheet opened={opened} onClose={onClose} title={asked ? t('followUp.title', { name: asked.name, count: asked.months }) : ''}>
      {asked && <AnswerForm key={`${asked.id} ${status}`} asked={asked} status={status} onClose={onClose} />}
    </Sheet>
  );
}

interface Values {
  status: FollowUpStatus;
  on: string | null;
  cameAnyway: (typeof CAME_ANYWAY)[number] | null;
  note: string;
}

/** Blank answers are not sent; whoever was not reached has said nothing about the rest. */
const answerOf = ({ status, on, cameAnyway, note }: Values) =>
  withoutBlanks({ status, on: on ?? undefined, cameAnyway: status === 'no_answer' ? undefined : (cameAnyway ?? undefined), note });

function AnswerForm({ asked, status, onClose }: { asked: AskedFollowUp; status: FollowUpStatus; onClose: () => void }) {
  const { t } = useTranslation('outcome');
  const format = useFormat();
  const today = format.dayOf();
  const form = useForm<Values>({
    initialValues: { status, on: today, cameAnyway: null, note: '' },
    validate: (values) => zodForm<unknown>(FollowUpAnswer)(answerOf(values)),
  });
  const problems = useFormProblems(form);
  const answer = useAnswer(asked, onClose, problems.show);
  const { values } = form;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((sent) => {
        problems.clear();
        answer.mutate(answerOf(sent) as FollowUpAnswer);
      }, problems.invalid)}
    >
      <Stack gap="lg">
        <ChoiceChips
          label={t('followUp.answer')}
          choices={FOLLOW_UP_STATUSES.map((value) => ({ value, label: t(`followUp.${value}`) }))}
          value={values.status}
          onChange={(value) => form.setFieldValue('status', value as FollowUpStatus)}
        />
        {values.status !== 'no_answer' && (
          <ChoiceChips
            label={t('followUp.anyway')}
            description={t('followUp.anywayHint')}
            choices={CAME_ANYWAY.map((value) => ({ value, label: t(`cameAnyway.${value}`) }))}
            value={values.cameAnyway}
            onChange={(value) => form.setFieldValue('cameAnyway', value as (typeof CAME_ANYWAY)[number])}
          />
        )}
        <DayInput label={t(`followUp.on.${values.status}`)} maxDate={today} w={{ base: '100%', xs: 240 }} {...form.getInputProps('on')} />
        <Textarea label={t('word.note')} autosize minRows={2} maxRows={8} {...form.getInputProps('note')} />
        {values.status === 'left' && (
          <Text size="sm" c="dimmed">
            {t('followUp.closesLater')}
          </Text>
        )}
        <Problem error={problems.general} />
        <SheetActions>
          <SavingButton saving={answer.isPending}>{t('followUp.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}

function useAnswer({ id, name }: AskedFollowUp, onClose: () => void, onError: (error: unknown) => void) {
  const { t } = useTranslation('outcome');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  return useMutation({
    mutationFn: (answer: FollowUpAnswer) => api.post(regionPath(`/follow-ups/${id}`), answer, FollowUpAnswered),
    onError,
    onSuccess: async ({ answerId, status, closed }) => {
      onClose();
      const words = t('followUp.saved', { name, answer: t(`followUp.${status}`).toLowerCase() });
      showUndo(closed > 0 ? `${words} ${t('followUp.closed', { count: closed })}` : words, async () => {
        await api.post(regionPath(`/follow-up-answers/${answerId}/void`), { reason: t('undoReason') }).catch(showFailed);
        await changed();
      });
      await changed();
    },
  });
}
