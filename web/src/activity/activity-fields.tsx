/** The fields of an activity, in the order in which one knows them; the whole form of registering and of editing. */
import { Group, Input, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LanguageChips } from '../lead/language-chips.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { FormPage } from '../ui/form-page.tsx';
import { MoneyInput } from '../ui/number-inputs.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Tag } from '../ui/tag.tsx';
import { isStarted } from './activity-form.ts';
import { ChannelField } from './channel-field.tsx';
import { ContactField } from './contact-field.tsx';
import { KindField } from './kind-field.tsx';
import { MoreFields } from './more-fields.tsx';
import { MunicipalitiesField } from './municipalities-field.tsx';
import type { ActivityFormState } from './use-activity-form.ts';

interface Props {
  state: ActivityFormState;
  title: string;
  /** `part`: one more channel of a campaign; `edit`: kind and contact person stay. */
  mode: 'new' | 'part' | 'edit';
}

export function ActivityFields({ state, title, mode }: Props) {
  const { t } = useTranslation('activity');
  const { form, chosen, problems, submit, saving, leave, startAgain } = state;
  const { values, errors } = form;
  const several = mode === 'new' && values.kind === 'campaign';
  const asksKind = mode === 'new';
  return (
    <FormPage
      title={title}
      onSubmit={submit}
      onClose={leave}
      onStartAgain={mode === 'new' && isStarted(values) ? startAgain : undefined}
      startAgain={t('form.startAgain')}
      foot={
        <>
          <Problem error={problems.general} />
          <SavingButton saving={saving} size="lg" fullWidth>
            {mode === 'edit' ? t('do.save') : t('form.save')}
          </SavingButton>
        </>
      }
    >
      {asksKind ? (
        <KindField value={values.kind} onChange={(kind) => form.setFieldValue('kind', kind)} error={errors['kind']} />
      ) : (
        values.kind && (
          <Group gap={8}>
            <Tag>{t(`kind.${values.kind}`)}</Tag>
          </Group>
        )
      )}
      <TextInput label={t('field.title')} autoComplete="off" {...form.getInputProps('title')} />
      <ChannelField state={state} several={several} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <DayInput label={t('field.startsOn')} {...form.getInputProps('startsOn')} />
        <DayInput
          label={t('field.endsOn')}
          description={chosen.endsOn ? undefined : t('form.openEnd')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          {...form.getInputProps('endsOn')}
          value={chosen.endsOn}
          {...(values.startsOn ? { defaultDate: values.startsOn } : {})}
        />
      </SimpleGrid>
      <MoneyInput
        label={several && chosen.channels.length > 1 ? t('form.sharedCost') : t('field.cost')}
        description={t('form.costHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('cost')}
      />
      <MunicipalitiesField
        value={chosen.municipalities}
        onChange={(codes) => form.setFieldValue('municipalities', codes)}
        error={errors['municipalities']}
      />
      <LanguageChips value={values.languages} onChange={(codes) => form.setFieldValue('languages', codes)} error={errors['languages']} />
      {mode === 'edit' ? (
        <Input.Wrapper
          label={t('field.contactPerson')}
          labelElement="div"
          description={t('form.contactStays')}
          inputWrapperOrder={['label', 'input', 'description']}
        >
          <div>{state.suggestions.all.find(({ id }) => id === values.contactPersonId)?.name}</div>
        </Input.Wrapper>
      ) : (
        <ContactField state={state} />
      )}
      <MoreFields state={state} reach={mode !== 'edit' && chosen.channels.length < 2} />
    </FormPage>
  );
}
