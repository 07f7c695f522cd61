/** Writes the next version of a partner's notice, one language at a time; publishing it asks first, because it can't be taken back. */
import { Button, Group, Input, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, LANGUAGES, type Language } from '../../../src/platform/words/languages.schema.ts';
import { type Notice, NoticeInput, NoticeList, type NoticeText } from '../../../src/privacy/notice.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { queryClient } from '../app/query-client.ts';
import { useRegion } from '../app/region.tsx';
import { zodForm } from '../app/zod-form.ts';
import { confirmed } from '../ui/confirm.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { showDone } from '../ui/toast.tsx';

type Texts = Record<Language, NoticeText>;
interface Values {
  texts: Texts;
}

const EMPTY: NoticeText = { summary: '', text: '' };
const isWritten = ({ summary, text }: NoticeText) => Boolean(summary.trim() || text.trim());
/** The languages in which something is written. */
const written = ({ texts }: Values) => ({ texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => isWritten(text))) });
const startOf = (current: Notice | undefined): Values => ({
  texts: Object.fromEntries(LANGUAGES.map((code) => [code, (current?.at && current.texts[code]) || EMPTY])) as Texts,
});
const languageOf = (path: string) => LANGUAGES.find((code) => path.split('.')[1] === code);

interface Props {
  path: string;
  current: Notice | undefined;
  builtIn: Texts;
}

export function NoticeEditor({ path, current, builtIn }: Props) {
  const { t } = useTranslation('privacy');
  const { regionPath } = useRegion();
  const [language, setLanguage] = useState<Language>('fi');
  const form = useForm<Values>({ initialValues: startOf(current), validate: (values) => zodForm(NoticeInput)(written(values)) });
  const problems = useFormProblems(form);
  const publish = useMutation({
    mutationFn: (values: Values) => api.post(path, written(values), NoticeList),
    onError: problems.show,
    onSuccess: async ({ items }) => {
      showDone(t('notice.published', { version: items.find((notice) => notice.current)?.version }));
      await queryClient.invalidateQueries({ queryKey: apiKey(regionPath('/partners')) });
    },
  });
  const submit = form.onSubmit(
    async (values) => {
      problems.clear();
      const sure = await confirmed({ title: t('notice.sure'), text: t('notice.sureText'), confirm: t('notice.publish') });
      if (sure) publish.mutate(values);
    },
    (errors, values) => {
      const wrong = Object.keys(errors).map(languageOf).find(Boolean);
      if (wrong) setLanguage(wrong);
      problems.invalid(errors, values);
    },
  );
  return (
    <Panel title={t('notice.next')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('notice.hint')}
          </Text>
          <NoticeLanguages form={form} language={language} onLanguage={setLanguage} builtIn={builtIn} />
          {form.errors.texts && <Input.Error>{form.errors.texts}</Input.Error>}
          <Problem error={problems.general} />
          <Group justify="flex-end">
            <SavingButton saving={publish.isPending}>{t('notice.publish')}</SavingButton>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

interface LanguagesProps {
  form: UseFormReturnType<Values>;
  language: Language;
  onLanguage: (language: Language) => void;
  builtIn: Texts;
}

function NoticeLanguages({ form, language, onLanguage, builtIn }: LanguagesProps) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  return (
    <Tabs value={language} onChange={(value) => value && onLanguage(value as Language)} keepMounted={false}>
      <Tabs.List aria-label={t('notice.languages')}>
        {LANGUAGES.map((code) => (
          <Tabs.Tab key={code} value={code}>
            {format.language(code)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {LANGUAGES.map((code) => (
        <Tabs.Panel key={code} value={code} pt="md">
          <LanguageFields form={form} language={code} builtIn={builtIn[code]} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function LanguageFields({ form, language, builtIn }: { form: LanguagesProps['form']; language: Language; builtIn: NoticeText }) {
  const { t } = useTranslation('privacy');
  const input = { lang: language, dir: directionOf(language), autosize: true } as const;
  return (
    <Stack gap="md">
      {!isWritten(form.values.texts[language]) && (
        <Group gap="sm">
          <Text size="sm" c="dimmed" flex={1} miw={200}>
            {t('notice.blank')}
          </Text>
          <Button variant="default" size="xs" onClick={() => form.setFieldValue(`texts.${language}`, builtIn)}>
            {t('notice.start')}
          </Button>
        </Group>
      )}
      <Textarea
        label={t('notice.summary')}
        description={t('notice.summaryHint')}
        placeholder={builtIn.summary}
        minRows={3}
        maxRows={8}
        {...input}
        {...form.getInputProps(`texts.${language}.summary`)}
      />
      <Textarea
        label={t('notice.text')}
        description={t('notice.textHint')}
        placeholder={builtIn.text}
        minRows={8}
        maxRows={24}
        {...input}
        {...form.getInputProps(`texts.${language}.text`)}
      />
    </Stack>
  );
}
