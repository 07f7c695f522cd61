/** Tracked links of activities: made with them, changed, paused; a printed code is never taken away. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { Calendar } from '../platform/calendar.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { ActivityStore } from './activity.store.ts';
import { LinkDirectory } from './link-directory.service.ts';
import { Link, type LinkChange, type LinkInput } from './link.schema.ts';
import { type LinkRow, LinkStore } from './link.store.ts';
import { targetOf } from './link-target.ts';

type LinkPage = z.input<typeof Link>;

@Injectable()
export class LinkService {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
    private readonly concurrency: Concurrency,
    private readonly activities: ActivityStore,
    private readonly store: LinkStore,
    private readonly directory: LinkDirectory,
  ) {}

  /** The links of an activity and of its parts; `address` is where the product is reached. @throws NotFound */
  async of(activityId: string, address: string): Promise<{ items: LinkPage[] }> {
    await this.activities.mustExist(activityId);
    return { items: (await this.store.of(activityId)).map((row) => this.shown(row, address)) };
  }

  /** @throws NotFound */
  async one(id: string, address: string): Promise<LinkPage> {
    return this.shown(await this.store.one(id), address);
  }

  /** One more link of an activity. @throws NotFound; Unprocessable `unknown_form` */
  async make(activityId: string, input: LinkInput, address: string): Promise<LinkPage> {
    await this.activities.mustExist(activityId);
    await this.formMustBeThere(input.formId);
    const [id] = await this.store.insert([{ ...input, activityId }]);
    return this.one(id!, address);
  }

  /**
   * Changes what is given; the code stays. While it is paused or after its last day visitors see a page that says so.
   * @throws NotFound, Stale; Unprocessable `unknown_form`, `in_past`
   */
  async change(id: string, change: LinkChange, address: string): Promise<LinkPage> {
    const before = await this.store.lock(id);
    this.concurrency.check(Link, this.shown(before, address));
    await this.formMustBeThere(change.formId);
    const today = this.calendar.today();
    if (change.expiresOn && change.expiresOn < today && change.expiresOn !== before.expiresOn)
      throw new Unprocessable('in_past', 'expiresOn', 'Its last day can’t lie in the past; pause it instead');
    const kept = <K extends 'medium' | 'label' | 'expiresOn'>(field: K) =>
      (change[field] === undefined ? before[field] : change[field]) || null;
    const { formId, destination } = targetAfter(before, change);
    const paused = change.paused ?? before.pausedAt !== null;
    const { regionId, region } = this.scope.here;
    await this.scope.rows(sql`
      update link set form_id = ${formId}, destination = ${destination}, medium = ${kept('medium')}, label = ${kept('label')},
        expires_on = ${kept('expiresOn')}, paused_at = case when ${paused} then coalesce(paused_at, now()) end,
        pauses = case when ${paused} or paused_at is null then pauses
          else pauses + datemultirange(daterange((paused_at at time zone ${region.timeZone})::date + 1,
                 greatest((paused_at at time zone ${region.timeZone})::date + 1, ${today}::date))) end
      where region_id = ${regionId} and id = ${id}`);
    this.scope.afterCommit(() => this.directory.forget(before.code));
    return this.one(id, address);
  }

  private async formMustBeThere(formId: string | null | undefined): Promise<void> {
    if (!formId) return;
    const row = await this.scope.row<{ slug: string | null }>(sql`select open_form(${this.scope.here.regionId}, ${formId}) as slug`);
    if (!row?.slug) throw new Unprocessable('unknown_form', 'formId', 'There is no such form here');
  }

  private shown(row: LinkRow, address: string): LinkPage {
    const { id, activityId, code, destination, formId, medium, label, pausedAt, expiresOn, createdAt, clicks } = row;
    const qr = `${address}/api/v1/regions/${this.scope.here.region.slug}/links/${id}/qr`;
    const expired = expiresOn !== null && expiresOn < this.calendar.today();
    return {
      ...{ id, activityId, code, destination, formId, medium, label, pausedAt, expiresOn, createdAt, clicks },
      url: `${address}/go/${code}`,
      qrSvgUrl: `${qr}.svg`,
      qrPngUrl: `${qr}.png`,
      state: pausedAt ? 'paused' : expired ? 'expired' : 'active',
      target: targetOf(row),
    };
  }
}

/** A form given takes the place of a destination, and the other way round. */
function targetAfter(before: LinkRow, { formId, destination }: LinkChange) {
  if (formId) return { formId, destination: null };
  if (destination) return { formId: null, destination };
  return {
    formId: formId === undefined ? before.formId : null,
    destination: destination === undefined ? before.destination : null,
  };
}
