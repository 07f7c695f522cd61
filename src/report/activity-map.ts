/** A region's activities by their small numbers: what a touch was of, and who was responsible for it then. */
export const TOUCH_DIMENSIONS = ['channel', 'kind', 'activity', 'campaign', 'programme', 'workPackage', 'contactPerson'] as const;
export type TouchDimension = (typeof TOUCH_DIMENSIONS)[number];

/** Rows that stand beside those of a dimension: touches without an activity, and activities without a programme or work package. */
export const REFERRAL = 'referral';
export const OWN_INITIATIVE = 'own_initiative';
export const NONE = 'none';
/** Contact persons that the viewer may not see one by one. */
export const TEAM = 'team';
export const BESIDES = [NONE, REFERRAL, OWN_INITIATIVE, TEAM] as const;
/** Whether a row is none of its dimension's own values. */
export const isBeside = (key: string): key is (typeof BESIDES)[number] => (BESIDES as readonly string[]).includes(key);

export interface ActivityFacts {
  readonly no: number;
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly channel: string;
  readonly programmeId: string | null;
  readonly workPackageId: string | null;
  readonly parentId: string | null;
  readonly municipalities: readonly string[];
  readonly languages: readonly string[];
  /** Contact persons and since when (seconds since 1970), in order; the first one also for all time before. */
  readonly contacts: readonly { readonly id: string; readonly since: number }[];
}

/** Which touches a report is about. Empty: all. */
export interface TouchFilters {
  readonly programme: readonly string[];
  readonly workPackage: readonly string[];
  readonly kind: readonly string[];
  readonly channel: readonly string[];
  readonly activity: readonly string[];
  readonly contactPerson: readonly string[];
}

export const hasTouchFilter = (filters: TouchFilters): boolean =>
  [filters.programme, filters.workPackage, filters.kind, filters.channel, filters.activity, filters.contactPerson].some(
    ({ length }) => length > 0,
  );

/** The rows of a breakdown, and which one a touch belongs to. */
export interface TouchRows {
  readonly keys: readonly string[];
  /** Its place among the keys; `activity` is a number, -1 referral, -2 own initiative. */
  rowOf(activity: number, second: number): number;
}

const isIn = (wanted: readonly string[], value: string | null) => wanted.length === 0 || (value !== null && wanted.includes(value));

/** Whether an activity is what the filters ask for, its contact person aside. Asking for a campaign asks for its parts, too. */
export const fits = (activity: ActivityFacts, filters: TouchFilters): boolean =>
  isIn(filters.programme, activity.programmeId) &&
  isIn(filters.workPackage, activity.workPackageId) &&
  isIn(filters.kind, activity.kind) &&
  isIn(filters.channel, activity.channel) &&
  (isIn(filters.activity, activity.id) || (activity.parentId !== null && isIn(filters.activity, activity.parentId)));

export class ActivityMap {
  private readonly byNumber: (ActivityFacts | undefined)[] = [];

  constructor(readonly activities: readonly ActivityFacts[]) {
    for (const activity of activities) this.byNumber[activity.no] = activity;
  }

  /** Who was responsible for an activity at an instant (seconds since 1970). */
  contactAt(activity: number, second: number): string | undefined {
    const contacts = this.byNumber[activity]?.contacts;
    if (!contacts) return undefined;
    let place = contacts.length - 1;
    while (place > 0 && contacts[place]!.since > second) place -= 1;
    return contacts[place]?.id;
  }

  /** Whether a touch is of an activity that fits all filters. */
  matcher(filters: TouchFilters): (activity: number, second: number) => boolean {
    const fitting = Uint8Array.from(this.byNumber, (activity) => Number(activity !== undefined && fits(activity, filters)));
    const persons = new Set(filters.contactPerson);
    if (persons.size === 0) return (activity) => fitting[activity] === 1;
    return (activity, second) => fitting[activity] === 1 && persons.has(this.contactAt(activity, second) ?? '');
  }

  /** The rows of a breakdown by touches. */
  rows(by: TouchDimension): TouchRows {
    const keys: string[] = [];
    const places = new Map<string, number>();
    const place = (key: string): number => {
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, keys.length);
      return keys.push(key) - 1;
    };
    const referral = place(REFERRAL);
    const ownInitiative = place(OWN_INITIATIVE);
    const rowOfActivity = by === 'contactPerson' ? this.rowsOfPersons(place) : this.rowsOfActivities(by, place);
    return {
      keys,
      rowOf: (activity, second) => (activity === -1 ? referral : activity === -2 ? ownInitiative : rowOfActivity(activity, second)),
    };
  }

  private rowsOfActivities(by: Exclude<TouchDimension, 'contactPerson'>, place: (key: string) => number) {
    const rows = Int32Array.from(this.byNumber, (activity) => place(activity ? keyOf(activity, by) : NONE));
    return (activity: number) => rows[activity]!;
  }

  /** Most activities had one contact person only: no history to look through. */
  private rowsOfPersons(place: (key: string) => number) {
    for (const { contacts } of this.activities) for (const { id } of contacts) place(id);
    place(NONE);
    const single = Int32Array.from(this.byNumber, (activity) => (activity?.contacts.length === 1 ? place(activity.contacts[0]!.id) : -1));
    return (activity: number, second: number) => {
      const row = single[activity]!;
      return row >= 0 ? row : place(this.contactAt(activity, second) ?? NONE);
    };
  }
}

function keyOf(activity: ActivityFacts, by: Exclude<TouchDimension, 'contactPerson'>): string {
  switch (by) {
    case 'channel':
      return activity.channel;
    case 'kind':
      return activity.kind;
    case 'activity':
      return activity.id;
    case 'campaign':
      return activity.parentId ?? activity.id;
    case 'programme':
      return activity.programmeId ?? NONE;
    case 'workPackage':
      return activity.workPackageId ?? NONE;
  }
}
