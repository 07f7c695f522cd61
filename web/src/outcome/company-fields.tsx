/** A company that was founded: its name, its business id as soon as it has one, its industry. */
import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { isBusinessId, normaliseBusinessId } from '../../../src/platform/business-id.schema.ts';
import { problemWords } from '../app/zod-form.ts';
import type { OutcomeValues } from './outcome-form.ts';

export function CompanyFields({ form }: { form: UseFormReturnType<OutcomeValues> }) {
  const { t } = useTranslation('outcome');
  const businessId = form.getInputProps('businessId');
  const checkBusinessId = () => {
    const typed = form.values.businessId.trim();
    const known = normaliseBusinessId(typed);
    if (known && isBusinessId(known)) form.setFieldValue('businessId', known);
    else if (typed) form.setFieldError('businessId', problemWords('wrong_business_id'));
  };
  return (
    <>
      <TextInput label={t('companyName')} required withAsterisk={false} autoComplete="off" {...form.getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t('field.businessId')}
          description={t('businessIdHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder="1234567-8"
          autoComplete="off"
          {...businessId}
          onBlur={(event) => {
            businessId.onBlur?.(event);
            checkBusinessId();
          }}
        />
        <TextInput label={t('industry')} autoComplete="off" {...form.getInputProps('industry')} />
      </SimpleGrid>
      <Checkbox label={t('soleTrader')} {...form.getInputProps('soleTrader', { type: 'checkbox' })} />
    </>
  );
}
