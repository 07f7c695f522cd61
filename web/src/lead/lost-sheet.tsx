/** Asks why a lead is lost, and when it ended. */
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { problemWords } from '../app/zod-form.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { CreationOffer } from './creation-offer.tsx';
import { useLostReasons } from './lead-options.ts';
import { useDatedMove } from './use-dated-move.ts';
import type { MovableLead, Move } from './use-move.ts';

interface Props {
  lead: MovableLead;
  opened: boolean;
  onClose: () => void;
}

export function LostSheet({ lead, opened, onClose }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const reasons = useLostReasons();
  const today = format.dayOf();
  const [reason, setReason] = useState<string | null>(null);
  const [day, setDay] = useState(today);
  const [tried, setTried] = useState(false);
  const dated = useDatedMove(onClose);
  const input: Move = { lead, stage: 'lost', ...(reason ? { reason } : {}), ...(day === today ? {} : { at: day }) };
  const submit = () => {
    setTried(true);
    if (reason) dated.send(input);
  };
  return (
    <Sheet opened={opened} onClose={onClose} title={t('lost.title', { name: lead.person.name })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="lg">
          <ChoiceChips
            label={t('lost.why')}
            choices={reasons.choices}
            value={reason}
            onChange={setReason}
            error={tried && !reason ? problemWords('reason_needed') : undefined}
          />
          <DayInput
            label={t('lost.when')}
            value={day}
            maxDate={today}
            onChange={(next) => setDay(next ?? today)}
            w={{ base: '100%', xs: 220 }}
          />
          {dated.beforeCreation && (
            <CreationOffer createdAt={lead.createdAt} day={day} moving={dated.saving} onMove={() => dated.sendWithCreation(input, day)} />
          )}
          <Problem error={dated.error} />
          <SheetActions>
            <SavingButton saving={dated.saving}>{t('lost.save')}</SavingButton>
          </SheetActions>
        </Stack>
      </form>
    </Sheet>
  );
}
