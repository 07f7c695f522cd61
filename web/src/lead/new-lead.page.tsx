/** The quick log: somebody was met, at a fair, with a phone in one hand; done in twenty seconds. */
import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { INTENTS, type Intent } from '../../../src/lead/pipeline.schema.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { FormPage } from '../ui/form-page.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { DuplicateWarning } from './duplicate-warning.tsx';
import { LanguageChips } from './language-chips.tsx';
import { MetAtField } from './met-at-field.tsx';
import { MoreFacts } from './more-facts.tsx';
import { isConversation, isStarted } from './new-lead-form.ts';
import { Notice } from './notice.tsx';
import classes from './new-lead.module.css';
import { useNewLead } from './use-new-lead.ts';

const route = getRouteApi('/r/$region/leads/new');

export function NewLeadPage() {
  const { t } = useTranslation('lead');
  const entry = route.useLoaderData();
  const { form, problems, submit, isSaving, said, partner, leave, leaveFor, startAgain } = useNewLead({
    activity: route.useSearch().activity,
    entry,
  });
  const { values, errors } = form;
  const name = useRef<HTMLInputElement>(null);
  const reach = useRef<HTMLInputElement>(null);

  // Also for the next one, when the last is saved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each lead has its id
  useEffect(() => name.current?.focus(), [values.id]);
  useHotkeys([['mod+Enter', () => submit(true)()]], []);

  return (
    <FormPage
      title={t('nav.newLead')}
      onSubmit={submit(false)}
      onClose={leave}
      onStartAgain={isStarted(values) ? startAgain : undefined}
      startAgain={t('new.startAgain')}
      foot={
        <>
          <Problem error={problems.general} />
          <p role="status" className={classes.said}>
            {said}
          </p>
          <div className={classes.buttons}>
            <SavingButton saving={isSaving} size="lg">
              {t('new.save')}
            </SavingButton>
            <Button type="button" variant="default" size="lg" disabled={isSaving} onClick={() => submit(true)()}>
              {t('new.saveAndNext')}
            </Button>
          </div>
        </>
      }
    >
      <TextInput
        ref={name}
        label={t('field.name')}
        autoComplete="off"
        autoCapitalize="words"
        enterKeyHint="next"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          reach.current?.focus();
        }}
        {...form.getInputProps('name')}
      />
      <Stack gap={8}>
        <TextInput
          ref={reach}
          label={t('new.reach')}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="done"
          {...form.getInputProps('reach')}
        />
        <DuplicateWarning values={values} onAdded={leaveFor} onKnown={(known) => form.setFieldValue('known', known)} />
      </Stack>
      <ChoiceChips
        label={t('field.intent')}
        choices={INTENTS.map((value) => ({ value, label: t(`intent.${value}`) }))}
        value={values.intent}
        onChange={(intent) => form.setFieldValue('intent', intent as Intent)}
        error={errors['intent']}
        path="intent"
      />
      <MetAtField label={t('new.metAt')} value={values.met} onChange={(met) => form.setFieldValue('met', met)} error={errors['met']} />
      {!isConversation(values) && (
        <Checkbox label={t('new.talked')} description={t('new.talkedHint')} {...form.getInputProps('talked', { type: 'checkbox' })} />
      )}
      <LanguageChips
        value={values.languages}
        onChange={(languages) => form.setFieldValue('languages', languages)}
        error={errors['languages']}
      />
      <MoreFacts form={form} />
      <Notice partner={partner} told={values.told} onChange={(told) => form.setFieldValue('told', told)} />
    </FormPage>
  );
}
