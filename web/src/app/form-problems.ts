/** Puts what the server found wrong at the fields of a form; what belongs to no field is for a general alert. */
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { ApiProblem, type Issue } from './problem.ts';
import { problemWords } from './zod-form.ts';

type Form<Values> = UseFormReturnType<Values>;

function hasField(values: unknown, path: string): boolean {
  let at: unknown = values;
  for (const key of path.split('.')) {
    if (at === null || typeof at !== 'object' || !(key in at)) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return true;
}

/** The form's field for a path of the body: itself, or the nearest one above it (`touches.0.at` → `touches`). */
function fieldFor(values: unknown, path: string): string | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const candidate = parts.slice(0, length).join('.');
    if (candidate && hasField(values, candidate)) return candidate;
  }
  return undefined;
}

export function issueWords(issue: Issue): string {
  return problemWords(issue.code) ?? issue.message;
}

/** Focus goes to the first wrong field in the order of the page, not of the errors. */
function focusFirst<Values>(form: Form<Values>, fields: readonly string[]): void {
  const nodes = fields.map((field) => form.getInputNode<HTMLElement, never>(field as never)).filter((node) => node !== null);
  nodes.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  nodes[0]?.focus();
}

export interface FormProblems<Values> {
  /** For `<Problem error={problems.general} />` above the buttons; null when every issue has its field. */
  general: unknown;
  /** For a mutation's `onError`. */
  show: (error: unknown) => void;
  /** For the second argument of `form.onSubmit`: focuses the first field the client found wrong. */
  invalid: (errors: Record<string, unknown>, values: Values) => void;
  clear: () => void;
}

/** `named`: the form's field for a path of the body, where the two are called differently. */
export function useFormProblems<Values>(form: Form<Values>, named: Readonly<Record<string, string>> = {}): FormProblems<Values> {
  const [general, setGeneral] = useState<unknown>(null);
  return {
    general,
    clear: () => setGeneral(null),
    invalid: (errors, values) => {
      const fields = Object.keys(errors);
      const homeless = fields.filter((field) => !hasField(values, field));
      setGeneral(homeless.length > 0 ? new Error(homeless.map((field) => String(errors[field])).join(' ')) : null);
      requestAnimationFrame(() => focusFirst(form, fields));
    },
    show: (error) => {
      if (!(error instanceof ApiProblem) || error.issues.length === 0) return setGeneral(error);
      const values = form.getValues();
      const found: Record<string, string> = {};
      const rest: Issue[] = [];
      for (const issue of error.issues) {
        const field = fieldFor(values, named[issue.path] ?? issue.path);
        if (field) found[field] ??= issueWords(issue);
        else rest.push(issue);
      }
      form.setErrors(found);
      setGeneral(rest.length > 0 || Object.keys(found).length === 0 ? error : null);
      requestAnimationFrame(() => focusFirst(form, Object.keys(found)));
    },
  };
}
