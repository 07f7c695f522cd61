/** The quick log's state: its draft, what is saved, and what follows. */
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { Activity } from '../../../src/activity/activity.schema.ts';
import type { LeadInput } from '../../../src/lead/lead.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import type { Entry } from '../offline/store.ts';
import { useSending } from '../offline/use-entries.ts';
import { showDone } from '../ui/toast.tsx';
import { useLastMet } from './last-met.ts';
import { metAtActivity } from './met-at.ts';
import { checkLead, emptyLead, fieldNames, leadInputOf, type NewLeadValues, nextLead } from './new-lead-form.ts';
import { problemOfRefusal, type Saved, saveLead } from './save-lead.ts';
import { useController } from './use-controller.ts';
import { readDraft, storeDraft, useDraftKey } from './use-draft.ts';
import { useTodaysActivities } from './use-todays-activities.ts';

interface Start {
  /** Where it was met, when its page led here. */
  activity?: string | undefined;
  /** An entry that waits on this device, to be corrected. */
  entry?: Entry | undefined;
}

export function useNewLead({ activity, entry }: Start) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const region = useRegion();
  const partner = useController();
  const draftKey = useDraftKey(entry ? `entry ${entry.id}` : 'new lead');
  const around = { timeZone: region.timeZone, today: format.dayOf(), partner, talkedNote: t('new.talkedNote') };
  const form = useForm<NewLeadValues>({
    initialValues: readDraft<NewLeadValues>(draftKey) ?? (entry?.values as NewLeadValues | undefined) ?? emptyLead(newId()),
    validate: (values) => checkLead(values, around),
    onValuesChange: (values) => storeDraft(draftKey, values),
  });
  const problems = useFormProblems(form, fieldNames);
  const { leave, open, logAnother } = useWaysOut();
  const { save, isSaving } = useSaving(entry);
  const [said, say] = useState('');
  useRefusal(entry, problems.show);

  const submit = (goOn: boolean) =>
    form.onSubmit(async (values) => {
      problems.clear();
      say('');
      try {
        const { words, isSent } = await save(values, leadInputOf(values, around) as LeadInput);
        storeDraft(draftKey, undefined);
        if (goOn) {
          form.setValues(nextLead(newId(), values));
          form.resetDirty();
          say(words);
          return;
        }
        leave();
        const next = [{ label: t('new.another'), onClick: () => logAnother(draftKey, values) }];
        showDone(words, isSent ? [{ label: t('do.open'), onClick: () => open(values.id) }, ...next] : next);
      } catch (error) {
        problems.show(error);
      }
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
  return { form, problems, submit, isSaving, said, partner, leave, leaveFor, startAgain };
}

function useWaysOut() {
  const router = useRouter();
  const { pagePath } = useRegion();
  return {
    leave: () => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: pagePath('/inbox') })),
    open: (id: string) => void router.navigate({ to: pagePath(`/leads/${id}`) }),
    logAnother: (draftKey: string, after: NewLeadValues) => {
      storeDraft(draftKey, nextLead(newId(), after));
      void router.navigate({ to: pagePath('/leads/new') });
    },
  };
}

const KEPT: Record<Exclude<Saved, 'sent'>, string> = { no_connection: 'new.kept', server: 'new.kept', signed_out: 'new.keptSignIn' };

/** Keeps and sends; answers what to say of it. @throws ApiProblem when the server refuses it */
function useSaving(entry: Entry | undefined) {
  const { t } = useTranslation('lead');
  const { slug, user } = useRegion();
  const changed = useRegionChanged();
  const { send } = useSending();
  const { remember } = useLastMet();
  const saving = useMutation({
    mutationFn: ({ values, input }: { values: NewLeadValues; input: LeadInput }) =>
      saveLead({ id: values.id, userId: user.id, region: slug, input, values, savedAt: entry?.savedAt ?? Date.now() }, () =>
        send(values.id),
      ),
  });
  const save = async (values: NewLeadValues, input: LeadInput) => {
    const saved = await saving.mutateAsync({ values, input });
    if (values.met?.by === 'activity') remember(values.met.id);
    if (saved === 'sent') void changed();
    return { isSent: saved === 'sent', words: t(saved === 'sent' ? 'new.saved' : KEPT[saved], { name: values.name.trim() }) };
  };
  return { save, isSaving: saving.isPending };
}

/** What the server said of an entry stands at its fields from the start. */
function useRefusal(entry: Entry | undefined, show: (error: unknown) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the form opens
  useEffect(() => {
    if (entry?.refused) show(problemOfRefusal(entry.refused));
  }, [entry?.id]);
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
