/** The state of the form of an activity: its draft, what surrounds it, what saving does. */
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { v7 as newId } from 'uuid';
import { Activity } from '../../../src/activity/activity.schema.ts';
import { Figures } from '../../../src/activity/metric.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { readDraft, storeDraft, useDraftKey } from '../lead/use-draft.ts';
import { countOf } from '../ui/number-inputs.tsx';
import { showDone, showFailed } from '../ui/toast.tsx';
import { type ActivityValues, changeOf, checkActivity, fieldNames, inputOf, settled, type Surroundings } from './activity-form.ts';
import type { ReadActivity } from './activity-query.ts';
import { useLastContactPerson, useSuggestions } from './use-suggestions.ts';

interface Start {
  /** What the form begins with, and what *start again* brings back. */
  initial: ActivityValues;
  /** Each form keeps its own draft. */
  draft: string;
  /** The campaign that a new part belongs to. */
  parentId?: string | undefined;
  /** The activity that is changed; without it one is made. */
  read?: ReadActivity | undefined;
  /** Words after a change was saved. */
  saved: string;
}

export function useActivityForm({ initial, draft, parentId, read, saved }: Start) {
  const format = useFormat();
  const router = useRouter();
  const region = useRegion();
  const changed = useRegionChanged();
  const municipalities = useMunicipalities();
  const { remember } = useLastContactPerson();
  const draftKey = useDraftKey(draft);
  // The check of the form sees what surrounds it now, though the form is made before.
  const surroundings = useRef<Surroundings | null>(null);
  const form = useForm<ActivityValues>({
    initialValues: { ...initial, ...readDraft<ActivityValues>(draftKey) },
    validate: (values) => (surroundings.current ? checkActivity(values, surroundings.current) : {}),
    onValuesChange: (values) => storeDraft(draftKey, values),
  });
  const place = {
    municipalities: municipalities.first,
    today: format.dayOf(),
    contactPersonId: null,
    parentId: parentId ?? read?.value.parentId ?? undefined,
  };
  const before = settled(form.values, place);
  const suggestions = useSuggestions(before.municipalities, before.languages);
  const around: Surroundings = { ...place, contactPersonId: suggestions.proposed };
  surroundings.current = around;
  const chosen = settled(form.values, around);
  const problems = useFormProblems(form, fieldNames(chosen.channels));

  const open = (id: string, made: boolean) =>
    router.navigate({ to: region.pagePath(`/activities/${id}`), search: made ? { made: true } : {}, replace: true });
  const key = useRef({ body: '', key: '' });
  const save = useMutation({
    mutationFn: async (values: ActivityValues) => {
      const path = region.regionPath('/activities');
      if (read) return api.patch(`${path}/${read.value.id}`, changeOf(values, around), Activity, { ifMatch: read.etag });
      const body = inputOf(values, around);
      const text = JSON.stringify(body);
      // The same words sent twice make one activity.
      if (key.current.body !== text) key.current = { body: text, key: newId() };
      return api.post(path, body, Activity, { idempotencyKey: key.current.key });
    },
    onError: problems.show,
    onSuccess: async (activity, values) => {
      storeDraft(draftKey, undefined);
      if (!read) {
        remember(activity.contactPerson.id);
        await keepReach(activity, values);
      }
      void changed();
      await open(activity.id, !read);
      if (read) showDone(saved);
    },
  });

  /** Reach that is known already, of an activity without parts: over its period so far. */
  const keepReach = async ({ id, startsOn, endsOn, parts }: Activity, values: ActivityValues) => {
    const value = countOf(values.reach);
    if (value === undefined || parts > 0) return;
    const periodEnd = endsOn ?? (startsOn > around.today ? startsOn : around.today);
    const row = { metric: 'reach', periodStart: startsOn, periodEnd, value, source: 'manual' };
    await api.put(region.regionPath(`/activities/${id}/metrics`), [row], Figures).catch(showFailed);
  };

  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  const leave = () => {
    // What was begun anew is kept for later; a change that is closed is given up.
    if (read) storeDraft(draftKey, undefined);
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: region.pagePath('/activities') });
  };
  const startAgain = () => {
    storeDraft(draftKey, undefined);
    form.setValues(initial);
    form.clearErrors();
    problems.clear();
    storeDraft(draftKey, undefined);
  };
  return { form, chosen, problems, suggestions, submit, saving: save.isPending, leave, startAgain };
}

export type ActivityFormState = ReturnType<typeof useActivityForm>;
