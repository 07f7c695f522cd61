/** Who is responsible: those who fit the municipalities and languages first, and why the chosen one fits. */
import { useTranslation } from 'react-i18next';
import { ContactPersonPicker } from '../ui/contact-person-picker.tsx';
import type { ActivityFormState } from './use-activity-form.ts';

export function ContactField({ state: { form, chosen, suggestions } }: { state: ActivityFormState }) {
  const { t } = useTranslation('activity');
  const { all, suggested } = suggestions;
  const options = all.map(({ id, name, title, languages, why }) => ({ id, name, title, languages, away: why.includes('away') }));
  const why = all.find(({ id }) => id === chosen.contactPersonId)?.why ?? [];
  const reasons = why.map((reason) => t(`why.${reason}`));
  const [first, ...rest] = reasons.join(', ');
  return (
    <ContactPersonPicker
      options={options}
      suggested={suggested}
      description={first ? `${first.toLocaleUpperCase()}${rest.join('')}.` : t('form.contactHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withAsterisk
      {...form.getInputProps('contactPersonId')}
      value={chosen.contactPersonId}
      onChange={(id) => form.setFieldValue('contactPersonId', id)}
    />
  );
}
