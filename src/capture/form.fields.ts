/** What a form asks, in its fixed order: name always, and e-mail or phone. */
import { FORM_FIELDS, type FieldChoice, type FormInput } from './form.schema.ts';

/** The fields as chosen: each once, in order; whoever leaves out how to be reached asks for e-mail or phone. */
export function plannedFields(chosen: FormInput['fields']): FieldChoice[] {
  const asked = new Map(
    chosen.map((one) => (typeof one === 'string' ? { field: one, required: false } : one)).map((one) => [one.field, one]),
  );
  if (!asked.has('email') && !asked.has('phone'))
    for (const field of ['email', 'phone'] as const) asked.set(field, { field, required: false });
  asked.set('name', { field: 'name', required: true });
  return FORM_FIELDS.flatMap((field) => asked.get(field) ?? []);
}

/** Whether the form asks this. */
export const asks = (fields: readonly FieldChoice[], field: FieldChoice['field']): FieldChoice | undefined =>
  fields.find((one) => one.field === field);
