/** Where it meets people: one channel, or several of a campaign, each with its own cost, address and reach. */
import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { CountInput, MoneyInput } from '../ui/number-inputs.tsx';
import { emptyPart } from './activity-form.ts';
import classes from './activity-form.module.css';
import { useChannelChoices } from './channels.ts';
import type { ActivityFormState } from './use-activity-form.ts';

interface Props {
  state: ActivityFormState;
  /** A campaign takes several at once. */
  several: boolean;
}

export function ChannelField({ state: { form, chosen }, several }: Props) {
  const { t } = useTranslation('activity');
  const channels = useChannelChoices();
  // An archived channel stays a choice of what already has it.
  const choices = [
    ...channels.choices,
    ...channels.all.filter(({ value }) => chosen.channels.includes(value) && !channels.choices.some((one) => one.value === value)),
  ];
  const error = form.errors['channels'];
  if (!several) {
    return (
      <ChoiceChips
        label={t('field.channel')}
        choices={choices}
        value={chosen.channels[0] ?? null}
        onChange={(channel) => form.setFieldValue('channels', [channel])}
        error={error}
        path="channels"
      />
    );
  }
  const choose = (next: string[]) =>
    form.setValues((old) => ({
      ...old,
      channels: next,
      parts: { ...Object.fromEntries(next.map((channel) => [channel, emptyPart])), ...old.parts },
    }));
  return (
    <Stack gap={10}>
      <ChoiceChips
        multiple
        label={t('word.channels')}
        description={t('form.channelsHint')}
        choices={choices}
        value={chosen.channels}
        onChange={choose}
        error={error}
        path="channels"
      />
      {chosen.channels.length > 1 && (
        <div className={classes.parts}>
          {chosen.channels.map((channel) => (
            <Part key={channel} channel={channel} name={channels.name(channel)} form={form} />
          ))}
        </div>
      )}
    </Stack>
  );
}

function Part({ channel, name, form }: { channel: string; name: string; form: ActivityFormState['form'] }) {
  const { t } = useTranslation('activity');
  const part = `parts.${channel}` as const;
  return (
    <fieldset className={classes.part}>
      <legend className={classes.partName}>{name}</legend>
      <div className={classes.partFields}>
        <MoneyInput label={t('field.cost')} size="sm" {...form.getInputProps(`${part}.cost`)} />
        <CountInput label={t('word.grossReach')} size="sm" {...form.getInputProps(`${part}.reach`)} />
        <TextInput label={t('field.url')} size="sm" type="url" placeholder="https://" {...form.getInputProps(`${part}.url`)} />
      </div>
    </fieldset>
  );
}
