/** Makes or changes a contact form, with its page beside it. */
import { Group, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityItem } from '../../../src/activity/activity.schema.ts';
import { Form, FormChange, FormInput } from '../../../src/capture/form.schema.ts';
import { Pipeline } from '../../../src/lead/pipeline.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { api, apiQuery } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { zodForm } from '../app/zod-form.ts';
import { PhotoPanel } from '../contact/photo-panel.tsx';
import { useContactPersonOptions, useContactPersons } from '../lead/contact-persons.ts';
import { ContactPersonPicker } from '../ui/contact-person-picker.tsx';
import { LanguagePicker } from '../ui/language-picker.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { AskedFields } from './asked-fields.tsx';
import classes from './form.module.css';
import { bodyOf, type FormValues } from './form-values.ts';
import { Preview } from './preview.tsx';
import { TextsEditor } from './texts-editor.tsx';

export interface ReadForm {
  readonly value: Form;
  readonly etag: string | undefined;
}

interface Props {
  initial: FormValues;
  /** Without one a form is made. */
  read?: ReadForm;
  onSaved: (form: Form) => void | Promise<void>;
}

export function FormEditor({ initial, read, onSaved }: Props) {
  const { t } = useTranslation('form');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const body = (values: FormValues) => (read ? bodyOf(values) : { slug: values.slug, ...bodyOf(values) });
  const form = useForm<FormValues>({
    initialValues: initial,
    validate: (values) => zodForm<unknown>(read ? FormChange : FormInput)(body(values)),
  });
  const [shown, setShown] = useState(initial.languages[0] ?? 'fi');
  const language = form.values.languages.includes(shown) ? shown : (form.values.languages[0] ?? 'fi');
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (values: FormValues) =>
      read
        ? api.patch(regionPath(`/forms/${read.value.id}`), body(values), Form, { ifMatch: read.etag })
        : api.post(regionPath('/forms'), body(values), Form),
    onError: problems.show,
    onSuccess: async (saved) => {
      await changed();
      await onSaved(saved);
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  return (
    <div className={classes.columns}>
      <form onSubmit={submit} noValidate>
        <Stack gap={18}>
          <Panel title={t('basics')}>
            <Stack gap="md">
              {!read && <TextInput label={t('address')} description={t('addressHint')} leftSection="/c/" {...form.getInputProps('slug')} />}
              <ContactPersonPicker
                label={t('answeredBy')}
                description={t('answeredByHint')}
                options={useContactPersonOptions()}
                {...form.getInputProps('contactPersonId')}
              />
              <LanguagePicker label={t('formLanguages')} description={t('languagesHint')} {...form.getInputProps('languages')} />
              <ActivityChoice {...form.getInputProps('activityId')} />
              <PipelineChoice {...form.getInputProps('pipeline')} />
            </Stack>
          </Panel>
          <AnswererPhoto id={form.values.contactPersonId} />
          <Panel title={t('asking')}>
            <AskedFields form={form} />
          </Panel>
          <Panel title={t('texts')}>
            <TextsEditor form={form} language={language} onLanguage={setShown} />
          </Panel>
          <Panel title={t('sites')}>
            <TagsInput
              label={t('allowedSites')}
              description={t('sitesHint')}
              placeholder="https://www.kuusamo.fi"
              clearable
              {...form.getInputProps('sites')}
            />
          </Panel>
          <Problem error={problems.general} />
          <Group justify="flex-end">
            <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
          </Group>
        </Stack>
      </form>
      <div className={classes.side}>
        <Preview values={form.values} language={language} />
      </div>
    </div>
  );
}

/** For admins, and for herself. */
function AnswererPhoto({ id }: { id: string | null }) {
  const { may, contactPersonId } = useRegion();
  const person = useContactPersons().find((one) => one.id === id);
  return person && (may('contact.write') || person.id === contactPersonId) ? <PhotoPanel person={person} /> : null;
}

type ChoiceProps = { value?: string | null; onChange?: (value: string | null) => void; error?: React.ReactNode };

function ActivityChoice(props: ChoiceProps) {
  const { t } = useTranslation('form');
  const { regionPath } = useRegion();
  const activities = useQuery(apiQuery(regionPath('/activities'), pageOf(ActivityItem), { limit: 200 })).data?.items ?? [];
  return (
    <Select
      label={t('activity')}
      description={t('activityHint')}
      placeholder={t('activityNone')}
      data={activities.map(({ id, title }) => ({ value: id, label: title }))}
      searchable
      clearable
      nothingFoundMessage={t('picker.nothing')}
      {...props}
    />
  );
}

function PipelineChoice(props: ChoiceProps) {
  const { t } = useTranslation('form');
  const { regionPath } = useRegion();
  const pipelines = useQuery(apiQuery(regionPath('/pipelines'), pageOf(Pipeline))).data?.items ?? [];
  return (
    <Select
      label={t('pipeline')}
      placeholder={t('pipelineByWish')}
      data={pipelines.filter(({ archived }) => !archived).map(({ key, label }) => ({ value: key, label }))}
      clearable
      {...props}
    />
  );
}
