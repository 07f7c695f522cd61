/** The quick log's state: its draft, what is saved, and what follows. */
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { Activity } from '../../../src/activity/activity.schema.ts';
import { Lead, type LeadInput } from '../../../src/lead/lead.schema.ts';
import { NoteAdded } from '../../../src/lead/note.schema.ts';
import { api, apiQuery } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { showDone } from '../ui/toast.tsx';
import { useTodaysActivities, metAtActivity } from './met-at.ts';
import { checkLead, contactNoteOf, emptyLead, fieldNames, leadInputOf, type NewLeadValues, nextLead } from './new-lead-form.ts';
import { useController } from './use-controller.ts';
import { readDraft, storeDraft, useDraftKey } from './use-draft.ts';

/** `activity`: where it was met, when its page led here. */
export function useNewLead(activity?: string) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const router = useRouter();
  const region = useRegion();
  const changed = useRegionChanged();
  const partner = useController();
  const draftKey = useDraftKey('new lead');
  const around = { timeZone: region.timeZone, today: format.dayOf(), partner };
  const form = useForm<NewLeadValues>({
    initialValues: readDraft<NewLeadValues>(draftKey) ?? emptyLead(newId()),
    validate: (values) => checkLead(values, around),
    onValuesChange: (values) => storeDraft(draftKey, values),
  });
  const problems = useFormProblems(form, fieldNames);
  const leave = () => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: region.pagePath('/inbox') }));
  const open = (id: string) => void router.navigate({ to: region.pagePath(`/leads/${id}`) });
  const logAnother = (after: NewLeadValues) => {
    storeDraft(draftKey, nextLead(newId(), after));
    void router.navigate({ to: region.pagePath('/leads/new') });
  };
  const save = useMutation({
    mutationFn: async (input: LeadInput) => {
      const lead = await api.post(region.regionPath('/leads'), input, Lead);
      const note = contactNoteOf(form.getValues(), t('new.talkedNote'), around);
      // A repeat after a lost answer writes no second note.
      const once = { idempotencyKey: `${lead.id} talked ${note?.text.length}` };
      if (note) await api.post(region.regionPath(`/leads/${lead.id}/notes`), note, NoteAdded, once);
      return lead;
    },
    onError: problems.show,
    onSuccess: async (lead) => {
      const values = form.getValues();
      storeDraft(draftKey, undefined);
      leave();
      showDone(t('new.saved', { name: lead.person.name }), [
        { label: t('do.open'), onClick: () => open(lead.id) },
        { label: t('new.another'), onClick: () => logAnother(values) },
      ]);
      await changed();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(leadInputOf(values, around) as LeadInput);
  }, problems.invalid);

  useLikelyActivity(activity, form.values.met, (met) => form.setFieldValue('met', met));
  const startAgain = () => {
    storeDraft(draftKey, undefined);
    form.setValues({ ...emptyLead(newId()), met: form.getValues().met });
    form.clearErrors();
  };
  const leaveFor = (leadId: string) => {
    storeDraft(draftKey, undefined);
    open(leadId);
  };
  return { form, problems, submit, saving: save.isPending, partner, leave, leaveFor, startAgain };
}

/** Suggests the activity whose page led here, else today's event, as long as nobody chose. */
function useLikelyActivity(asked: string | undefined, met: NewLeadValues['met'], choose: (met: NewLeadValues['met']) => void): void {
  const { regionPath } = useRegion();
  const { likely } = useTodaysActivities();
  const { data: named } = useQuery({ ...apiQuery(regionPath(`/activities/${asked}`), Activity), enabled: asked !== undefined });
  const suggested = asked ? named : likely;
  const isUntouched = met === undefined || (asked !== undefined && !(met?.by === 'activity' && met.id === asked));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the coming of the suggestion counts
  useEffect(() => {
    if (isUntouched && suggested) choose(metAtActivity(suggested));
  }, [suggested?.id]);
}
