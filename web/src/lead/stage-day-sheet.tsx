/** Writes down a stage that was reached on an earlier day. */
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { CreationOffer } from './creation-offer.tsx';
import { usePipelines } from './lead-options.ts';
import { useDatedMove } from './use-dated-move.ts';
import { type MovableLead, type Move } from './use-move.ts';

interface Props {
  lead: MovableLead;
  opened: boolean;
  onClose: () => void;
}

export function StageDaySheet({ lead, opened, onClose }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const pipelines = usePipelines();
  const today = format.dayOf();
  const steps = pipelines.stages(lead.pipeline).filter(({ key }) => key !== 'won' || !pipelines.asksOutcome(lead.pipeline));
  const next = steps[steps.findIndex(({ key }) => key === lead.stage) + 1] ?? steps.at(-1);
  const [stage, setStage] = useState<string | null>(null);
  const [day, setDay] = useState(today);
  const dated = useDatedMove(onClose);
  const chosen = stage ?? next?.key ?? null;
  const input: Move = { lead, stage: chosen ?? '', ...(day === today ? {} : { at: day }) };
  return (
    <Sheet opened={opened} onClose={onClose} title={t('stageDay.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) dated.send(input);
        }}
      >
        <Stack gap="lg">
          <ChoiceChips
            label={t('field.stage')}
            choices={steps.map(({ key, label }) => ({ value: key, label }))}
            value={chosen}
            onChange={setStage}
          />
          <DayInput
            label={t('field.on')}
            description={t('stageDay.hint')}
            value={day}
            maxDate={today}
            onChange={(next) => setDay(next ?? today)}
            w={{ base: '100%', xs: 260 }}
          />
          {dated.beforeCreation && (
            <CreationOffer createdAt={lead.createdAt} day={day} moving={dated.saving} onMove={() => dated.sendWithCreation(input, day)} />
          )}
          <Problem error={dated.error} />
          <SheetActions>
            <SavingButton saving={dated.saving} />
          </SheetActions>
        </Stack>
      </form>
    </Sheet>
  );
}
