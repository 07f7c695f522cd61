/** At which hour a contact person wants to be reminded by mail, or not at all. */
import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ReminderChoice } from '../../../src/lead/reminder.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { showDone, showFailed } from '../ui/toast.tsx';
import { useMailSetup } from './mail-setup.ts';

const HOURS = Array.from({ length: 15 }, (_, at) => at + 6);
const NONE = 'none';

export function ReminderField() {
  const { t } = useTranslation('mail');
  const { regionPath, contactPersonId } = useRegion();
  const path = regionPath('/reminder');
  const queryClient = useQueryClient();
  const setup = useMailSetup(contactPersonId !== null);
  const choice = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => api.get(path, ReminderChoice, { signal }),
    enabled: contactPersonId !== null,
  });
  const choose = useMutation({
    mutationFn: (hour: number | null) => api.put(path, { hour }, ReminderChoice),
    onSuccess: (chosen) => {
      queryClient.setQueryData([path], chosen);
      showDone(chosen.hour === null ? t('reminder.switchedOff') : t('reminder.set', { hour: chosen.hour }));
    },
    onError: showFailed,
  });
  if (contactPersonId === null) return null;
  const hour = choose.isPending ? choose.variables : choice.data?.hour;
  return (
    <Select
      label={t('reminder.label')}
      description={setup?.configured === false ? t('reminder.notSetUp') : t('reminder.hint')}
      allowDeselect={false}
      disabled={!choice.data}
      comboboxProps={{ withinPortal: false }}
      data={[
        { value: NONE, label: t('reminder.none') },
        ...HOURS.map((at) => ({ value: String(at), label: t('reminder.at', { hour: at }) })),
      ]}
      value={hour === undefined ? null : hour === null ? NONE : String(hour)}
      onChange={(value) => value && choose.mutate(value === NONE ? null : Number(value))}
    />
  );
}
