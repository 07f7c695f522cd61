/** The values of attendance, what is checked of them, and what is sent. */
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { Attendance, type AttendanceInput } from '../../../src/lead/attendance.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { problemWords } from '../app/zod-form.ts';
import { type OrganisationChoice, organisationRef } from '../organisation/organisation-picker.tsx';
import { countOf } from '../ui/number-inputs.tsx';
import { showDone } from '../ui/toast.tsx';

interface Values {
  headcount: number | string;
  languages: { key: number; code: string | null; count: number | string }[];
  /** Those to be added. */
  organisations: OrganisationChoice[];
  /** The name that stands in the field and was not yet added. */
  pending: OrganisationChoice | null;
}
export type AttendanceForm = UseFormReturnType<Values>;

export const headsTold = ({ languages }: Values): number => languages.reduce((sum, { count }) => sum + (countOf(count) ?? 0), 0);

function valuesOf({ attendance }: Activity): Values {
  const told = Object.entries(attendance?.byLanguage ?? {}).flatMap(([code, count], key) => (count === null ? [] : [{ key, code, count }]));
  // Counts that are hidden from her can't be sent back: what she writes takes their place.
  return { headcount: attendance?.headcount ?? '', languages: attendance?.suppressed ? [] : told, organisations: [], pending: null };
}

function inputOf({ headcount, languages, organisations, pending }: Values, isHidden: boolean): AttendanceInput {
  const rows = languages.flatMap(({ code, count }) => (code && count !== '' ? [[code, Number(count)] as const] : []));
  const refs = [...organisations, ...(pending ? [pending] : [])].flatMap((choice) => organisationRef(choice) ?? []);
  const heads = countOf(headcount);
  return {
    ...(heads === undefined ? {} : { headcount: heads }),
    ...(isHidden && rows.length === 0 ? {} : { byLanguage: Object.fromEntries(rows) }),
    ...(refs.length > 0 ? { organisations: refs } : {}),
  };
}

export function useAttendanceForm(activity: Activity, onClose: () => void) {
  const { t } = useTranslation('activity');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const form = useForm<Values>({
    initialValues: valuesOf(activity),
    validate: (values) => {
      const errors: Record<string, string | undefined> = {};
      values.languages.forEach(({ code, count }, at) => {
        if (!code && count !== '') errors[`languages.${at}.code`] = problemWords('required');
        if (code && count === '') errors[`languages.${at}.count`] = problemWords('required');
      });
      if (values.headcount !== '' && headsTold(values) > Number(values.headcount))
        errors['headcount'] = problemWords('more_than_headcount');
      return errors;
    },
  });
  const problems = useFormProblems(form, { byLanguage: 'headcount' });
  const save = useMutation({
    mutationFn: (values: Values) =>
      api.post(regionPath(`/activities/${activity.id}/attendance`), inputOf(values, activity.attendance?.suppressed === true), Attendance),
    onError: problems.show,
    onSuccess: async () => {
      onClose();
      showDone(t('attendance.saved'));
      await changed();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  return { form, problems, submit, saving: save.isPending };
}
