/** Makes and changes activities, a campaign with its parts. */
import { Injectable } from '@nestjs/common';
import { ContactPersonService } from '../contact/contact-person.service.ts';
import { Calendar } from '../platform/calendar.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { Counter } from '../platform/counter.ts';
import { newId } from '../platform/id.ts';
import { NotFound, Unprocessable } from '../platform/problem.ts';
import { ActivityContactService } from './activity-contact.service.ts';
import { ActivityReferences } from './activity-references.service.ts';
import { type ActivityPage, ActivityReader } from './activity.reader.ts';
import { type ActivityChange, type ActivityInput, ActivityVersion } from './activity.schema.ts';
import { type ActivityRow, ActivityStore } from './activity.store.ts';
import { LinkStore } from './link.store.ts';
import { MetricService } from './metric.service.ts';
import { followed } from './part.ts';

/** Kinds that employers take part in as well as people. */
const FOR_BOTH: ReadonlySet<string> = new Set(['recruitment_event', 'workshop', 'training', 'network_meeting']);

type Parts = NonNullable<ActivityInput['parts']>;

@Injectable()
export class ActivityService {
  constructor(
    private readonly store: ActivityStore,
    private readonly reader: ActivityReader,
    private readonly references: ActivityReferences,
    private readonly contacts: ActivityContactService,
    private readonly contactPersons: ContactPersonService,
    private readonly metrics: MetricService,
    private readonly links: LinkStore,
    private readonly counter: Counter,
    private readonly concurrency: Concurrency,
    private readonly calendar: Calendar,
  ) {}

  /**
   * Makes an activity with its tracked link, its id the caller's or a new one; `parts` make one more for each channel of a campaign,
   * which inherit the rest.
   * @throws Unprocessable at the field: `not_a_contact_person`, what `ActivityReferences` refuses, `one_level`, `only_campaigns_have_parts`, `unknown_campaign`
   */
  async make(input: ActivityInput, id = newId()): Promise<ActivityPage> {
    const { parts = [], parentId, contactPersonId } = input;
    const parent = parentId ? await this.campaign(parentId, input) : undefined;
    if (parts.length > 0 && parent) throw new Unprocessable('one_level', 'parts', 'A part has no parts itself');
    if (parts.length > 0 && input.kind !== 'campaign')
      throw new Unprocessable('only_campaigns_have_parts', 'parts', 'Only a campaign has parts');
    await this.contactPersons.mustOwnWork(contactPersonId, 'contactPersonId');
    const whole = await this.row(id, input, parent);
    await this.references.mustFit(whole);
    await this.references.partsMustFit(parts.map(({ channel }) => channel));
    const partRows = parts.map((part) => partOf(whole, part));
    await this.store.insert([whole, ...partRows], await this.counter.next('activity', 1 + parts.length));
    const made = [whole, ...partRows].map(({ id }) => id);
    await this.contacts.begin(made, contactPersonId);
    await this.links.insert(made.map((activityId) => ({ activityId })));
    await this.keepReach(partRows, parts);
    return this.reader.one(whole.id);
  }

  /**
   * Changes what is given. Parts that still had the campaign's own value follow it.
   * @throws NotFound, Stale; Unprocessable `ends_before_start`, or what `ActivityReferences` refuses
   */
  async change(id: string, change: ActivityChange): Promise<ActivityPage> {
    const before = await this.store.lock(id);
    const parts = await this.store.lockParts(id);
    this.concurrency.check(ActivityVersion, await this.reader.one(id));
    const { archived = before.archivedAt !== null, ...fields } = change;
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const after: ActivityRow = { ...before, ...given, archivedAt: archived ? (before.archivedAt ?? new Date()) : null };
    if (after.endsOn && after.endsOn < after.startsOn) throw new Unprocessable('ends_before_start', 'endsOn', 'It ends before it starts');
    await this.references.mustFit(after, before);
    await this.store.update([after, ...parts.map((part) => followed(part, before, after))]);
    return this.reader.one(id);
  }

  /** The campaign that a new part belongs to, locked. */
  private async campaign(id: string, { kind }: ActivityInput): Promise<ActivityRow> {
    const parent = await this.store.lock(id).catch((error: unknown) => {
      throw error instanceof NotFound ? new Unprocessable('unknown_campaign', 'parentId', 'There is no such campaign here') : error;
    });
    if (parent.kind !== 'campaign' || parent.archivedAt)
      throw new Unprocessable('unknown_campaign', 'parentId', 'It is no campaign that goes on');
    if (parent.parentId) throw new Unprocessable('one_level', 'parentId', 'It is a part itself');
    if (kind !== 'campaign') throw new Unprocessable('part_is_campaign', 'kind', 'A part of a campaign is a campaign');
    return parent;
  }

  /** The row of a new activity; what is left out comes from its campaign, else from its kind and its contact person. */
  private async row(id: string, input: ActivityInput, parent: ActivityRow | undefined): Promise<ActivityRow> {
    const { parts: _, contactPersonId, ...fields } = input;
    const inheritedEnd = parent?.endsOn && parent.endsOn >= input.startsOn ? parent.endsOn : null;
    return {
      ...fields,
      ...(await this.programme(input, parent)),
      id,
      audience: input.audience ?? parent?.audience ?? (FOR_BOTH.has(input.kind) ? 'both' : 'people'),
      endsOn: input.endsOn === undefined ? inheritedEnd : input.endsOn,
      costCents: input.costCents ?? null,
      partnerId: input.partnerId ?? parent?.partnerId ?? (await this.contactPersons.partnerOf(contactPersonId)),
      parentId: parent?.id ?? null,
      url: input.url ?? null,
      notes: input.notes ?? null,
      details: input.details ?? {},
      archivedAt: null,
    };
  }

  /** A work package alone names its programme, too; with neither a part has those of its campaign. */
  private async programme({ programmeId, workPackageId }: ActivityInput, parent: ActivityRow | undefined) {
    if (programmeId === undefined && workPackageId) return { programmeId: await this.references.programmeOf(workPackageId), workPackageId };
    const source = programmeId === undefined && workPackageId === undefined && parent ? parent : { programmeId, workPackageId };
    return { programmeId: source.programmeId ?? null, workPackageId: source.workPackageId ?? null };
  }

  /** Reach that is known already when a part is made, over its whole period so far. */
  private async keepReach(rows: readonly ActivityRow[], parts: Parts): Promise<void> {
    const today = this.calendar.today();
    await this.metrics.insert(
      rows.flatMap(({ id, startsOn, endsOn }, at) => {
        const value = parts[at]?.reach;
        const periodEnd = endsOn ?? [startsOn, today].sort().at(-1)!;
        return value === undefined ? [] : [{ activityId: id, metric: 'reach', periodStart: startsOn, periodEnd, value, source: 'manual' }];
      }),
    );
  }
}

/** One channel of a campaign. */
const partOf = (whole: ActivityRow, { channel, title, costCents, url }: Parts[number]): ActivityRow => ({
  ...whole,
  id: newId(),
  parentId: whole.id,
  channel,
  title: title ?? whole.title,
  costCents: costCents ?? null,
  url: url ?? null,
  notes: null,
  details: {},
});
