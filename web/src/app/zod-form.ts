/** Client-side checks of a form by the same zod schema as the server's, with words from the catalogue. */
import type { FormErrors } from '@mantine/form';
import i18next from 'i18next';
import type { z } from 'zod';

/** Form values as the API wants them: an empty field is no value, texts without space around them. */
export function withoutBlanks<T>(value: T): T {
  if (typeof value === 'string') return (value.trim() || undefined) as T;
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((one) => one !== undefined) as T;
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value).map(([name, one]) => [name, withoutBlanks(one)] as const);
    return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as T;
  }
  return value;
}

/** The words for a code (`before_creation`, `required`) from any feature's catalogue, or undefined when there are none. */
export function problemWords(code: string | undefined, values: Record<string, unknown> = {}): string | undefined {
  const key = `problem.${code}`;
  const ns = Object.keys(i18next.getDataByLanguage(i18next.language) ?? {});
  return code && i18next.exists(key, { ns }) ? i18next.t(key, { ...values, ns }) : undefined;
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): string {
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty && issue.code !== 'custom') return 'required';
  if (issue.code === 'invalid_format') return `format_${issue.format}`;
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  return issue.code === 'custom' ? issue.message : issue.code;
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined | null)?.[key], values);
}

/** `useForm({ validate: zodForm(schema) })`: errors by field path, the first one of each field. */
export function zodForm<Values>(schema: z.ZodType): (values: Values) => FormErrors {
  return (values) => {
    const cleaned = withoutBlanks(values);
    const result = schema.safeParse(cleaned);
    if (result.success) return {};
    const errors: FormErrors = {};
    for (const issue of result.error.issues) {
      const path = issue.path.join('.');
      const about = issue as unknown as Record<string, unknown>;
      errors[path] ??= problemWords(codeOf(issue, valueAt(cleaned, issue.path)), about) ?? issue.message;
    }
    return errors;
  };
}
