/** Later: tomorrow, in three days, next week, or on a day of choice. */
import { Menu } from '@mantine/core';
import { IconCalendar, IconClock } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { problemWords } from '../app/zod-form.ts';
import { addDays } from '../report/days.ts';
import { DayInput } from '../ui/day-input.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { LATER, laterDay } from './later.ts';
import { type Postponed, useSnooze } from './use-snooze.ts';

interface Props {
  lead: Postponed;
  /** The button that opens it. */
  children: ReactElement;
}

export function SnoozeMenu({ lead, children }: Props) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const snooze = useSnooze();
  const [choosing, setChoosing] = useState(false);
  const today = format.dayOf();
  return (
    <>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown aria-label={t('snooze.named', { name: lead.name })}>
          {LATER.map((later) => (
            <Menu.Item
              key={later}
              leftSection={<IconClock size={16} aria-hidden />}
              rightSection={<small>{format.day(laterDay(later, today))}</small>}
              onClick={() => snooze.put(lead, laterDay(later, today))}
            >
              {t(`snooze.${later}`)}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<IconCalendar size={16} aria-hidden />} onClick={() => setChoosing(true)}>
            {t('snooze.choose')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Sheet opened={choosing} onClose={() => setChoosing(false)} title={t('snooze.named', { name: lead.name })}>
        <DayForm
          onChosen={(until) => {
            setChoosing(false);
            snooze.put(lead, until);
          }}
        />
      </Sheet>
    </>
  );
}

/** Nobody remembers why after more days than these. */
const MOST_DAYS = 366;

function DayForm({ onChosen }: { onChosen: (day: string) => void }) {
  const { t } = useTranslation('inbox');
  const today = useFormat().dayOf();
  const [day, setDay] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (day) onChosen(day);
      }}
    >
      <DayInput
        label={t('snooze.day')}
        description={t('snooze.hint')}
        value={day}
        onChange={setDay}
        minDate={addDays(today, 1)}
        maxDate={addDays(today, MOST_DAYS)}
        error={tried && !day ? problemWords('required') : undefined}
        popoverProps={{ withinPortal: true }}
        data-autofocus
      />
      <SheetActions>
        <SavingButton saving={false}>{t('snooze.save')}</SavingButton>
      </SheetActions>
    </form>
  );
}
