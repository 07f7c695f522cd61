/** The form's page as it would be, beside its settings; it follows while one types. */
import { Skeleton, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormPreview } from '../../../src/capture/form.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import classes from './form.module.css';
import { bodyOf, type FormValues } from './form-values.ts';

export function Preview({ values, language }: { values: FormValues; language: string }) {
  const { t } = useTranslation('form');
  const { regionPath } = useRegion();
  const [draft] = useDebouncedValue(JSON.stringify({ ...bodyOf(values), language }), 400);
  const path = regionPath('/forms/preview');
  const { data, error } = useQuery({
    queryKey: [...apiKey(path), draft],
    queryFn: ({ signal }) => api.post(path, JSON.parse(draft) as unknown, FormPreview, { signal }),
    enabled: Boolean(values.contactPersonId) && values.languages.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!values.contactPersonId) return <Text c="dimmed">{t('previewNeedsPerson')}</Text>;
  if (!data) return error ? <Text c="dimmed">{t('previewFails')}</Text> : <Skeleton height={640} radius="md" />;
  return <iframe className={classes.preview} title={t('preview')} sandbox="" srcDoc={data.html} />;
}
