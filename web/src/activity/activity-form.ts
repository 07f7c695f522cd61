/** The values of the form of an activity, what they are while nobody chose, and how they become what the API takes. */
import type { FormErrors } from '@mantine/form';
import {
  type Activity,
  type ActivityChange,
  type ActivityInput,
  ActivityInput as ActivityInputSchema,
  AUDIENCES,
  type Kind,
} from '../../../src/activity/activity.schema.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { addDays } from '../report/days.ts';
import { centsOf, countOf } from '../ui/number-inputs.tsx';
import { isOneDay, usualChannel } from './kinds.ts';

type Typed = number | string;

export interface PartValues {
  cost: Typed;
  url: string;
  reach: Typed;
}

export interface ActivityValues {
  kind: Kind | null;
  title: string;
  /** Undefined until somebody chose, as in the fields below: then the usual stands there. */
  channels: string[] | undefined;
  startsOn: string | null;
  endsOn: string | null | undefined;
  cost: Typed;
  municipalities: string[] | undefined;
  languages: string[];
  contactPersonId: string | null | undefined;
  programmeId: string | null;
  workPackageId: string | null;
  audience: (typeof AUDIENCES)[number] | null;
  url: string;
  notes: string;
  details: { creator: string; venue: string; startsAt: string; endsAt: string; capacity: Typed };
  reach: Typed;
  /** By channel, of a campaign with several. */
  parts: Record<string, PartValues>;
}

export const emptyPart: PartValues = { cost: '', url: '', reach: '' };

export const emptyActivity = (today: string): ActivityValues => ({
  kind: null,
  title: '',
  channels: undefined,
  startsOn: today,
  endsOn: undefined,
  cost: '',
  municipalities: undefined,
  languages: [],
  contactPersonId: undefined,
  programmeId: null,
  workPackageId: null,
  audience: null,
  url: '',
  notes: '',
  details: { creator: '', venue: '', startsAt: '', endsAt: '', capacity: '' },
  reach: '',
  parts: {},
});

/** What is there, to be changed. */
export function valuesOf(activity: Activity): ActivityValues {
  const { kind, title, channel, startsOn, endsOn, costCents, municipalities, languages, contactPerson, programme, workPackage } = activity;
  const { creator = '', venue = '', startsAt = '', endsAt = '', capacity = '' } = activity.details;
  return {
    ...emptyActivity(startsOn),
    kind,
    title,
    channels: [channel],
    endsOn,
    cost: costCents === null ? '' : costCents / 100,
    municipalities,
    languages,
    contactPersonId: contactPerson.id,
    programmeId: programme?.id ?? null,
    workPackageId: workPackage?.id ?? null,
    audience: activity.audience,
    url: activity.url ?? '',
    notes: activity.notes ?? '',
    details: { creator, venue, startsAt, endsAt, capacity },
  };
}

/** Another like it, from today: the same work, its own figures. */
export function another(activity: Activity, today: string): ActivityValues {
  const { startsOn, endsOn, partList } = activity;
  const channels = [...new Set(partList.filter(({ archived }) => !archived).map(({ channel }) => channel))];
  const days = endsOn === null ? null : (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000;
  return {
    ...valuesOf(activity),
    channels: channels.length > 0 ? channels : [activity.channel],
    startsOn: today,
    endsOn: days === null ? null : addDays(today, days),
    cost: '',
    url: '',
    parts: Object.fromEntries(channels.map((channel) => [channel, emptyPart])),
  };
}

/** One more channel of a campaign. */
export const nextPart = (campaign: Activity): ActivityValues => ({
  ...valuesOf(campaign),
  channels: [],
  cost: '',
  url: '',
  notes: '',
});

export interface Surroundings {
  today: string;
  /** The region's own municipalities. */
  municipalities: readonly string[];
  /** Who is responsible while nobody was chosen. */
  contactPersonId: string | null;
  parentId?: string | undefined;
}

/** The fields with the usual where nobody chose. Only a campaign has several channels. */
export function settled(values: ActivityValues, around: Surroundings) {
  const usual = usualChannel(values.kind);
  const channels = values.channels ?? (usual ? [usual] : []);
  const [only] = around.municipalities;
  return {
    ...values,
    channels: values.kind === 'campaign' && !around.parentId ? channels : channels.slice(0, 1),
    endsOn: values.endsOn === undefined ? (isOneDay(values.kind) ? values.startsOn : null) : values.endsOn,
    municipalities: values.municipalities ?? (around.municipalities.length === 1 && only ? [only] : []),
    contactPersonId: values.contactPersonId === undefined ? around.contactPersonId : values.contactPersonId,
  };
}

function shared(values: ActivityValues, around: Surroundings) {
  const { title, channels, startsOn, endsOn, cost, municipalities, languages, programmeId, workPackageId, audience, url, notes, details } =
    settled(values, around);
  return {
    title: title.trim(),
    channel: channels[0],
    audience: audience ?? undefined,
    startsOn: startsOn ?? undefined,
    endsOn,
    costCents: centsOf(cost) ?? null,
    programmeId,
    workPackageId: programmeId ? workPackageId : null,
    municipalities,
    languages,
    url: url.trim() || null,
    notes: notes.trim() || null,
    details: withoutBlanks({ ...details, capacity: countOf(details.capacity) }),
  };
}

export function inputOf(values: ActivityValues, around: Surroundings): Partial<ActivityInput> {
  const { kind, channels, contactPersonId, parts } = settled(values, around);
  const several = channels.length > 1;
  return withoutBlanks({
    ...shared(values, around),
    kind: kind ?? undefined,
    contactPersonId: contactPersonId ?? undefined,
    ...(around.parentId ? { parentId: around.parentId } : {}),
    ...(several
      ? {
          parts: channels.map((channel) => {
            const { cost, url, reach } = parts[channel] ?? emptyPart;
            return { channel, costCents: centsOf(cost), url, reach: countOf(reach) };
          }),
        }
      : {}),
  });
}

export const changeOf = (values: ActivityValues, around: Surroundings): ActivityChange => withoutBlanks(shared(values, around));

/** The form's field for each path of the body that is called otherwise. */
export function fieldNames(channels: readonly string[]): Record<string, string> {
  const parts = channels.flatMap((channel, at) => [
    [`parts.${at}.costCents`, `parts.${channel}.cost`],
    [`parts.${at}.url`, `parts.${channel}.url`],
    [`parts.${at}.reach`, `parts.${channel}.reach`],
    [`parts.${at}.channel`, 'channels'],
  ]);
  return Object.fromEntries([['channel', 'channels'], ['costCents', 'cost'], ...parts]);
}

/** Errors by the form's own fields. */
export function checkActivity(values: ActivityValues, around: Surroundings): FormErrors {
  const names = fieldNames(settled(values, around).channels);
  const errors = zodForm<unknown>(ActivityInputSchema)(inputOf(values, around));
  return Object.fromEntries(Object.entries(errors).map(([path, words]) => [names[path] ?? path, words]));
}

/** Whether anything was written that would be a loss. */
export const isStarted = ({ kind, title, notes, cost }: ActivityValues): boolean =>
  Boolean(kind || title.trim() || notes.trim() || cost !== '');
