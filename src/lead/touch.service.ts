/** Touches: each meeting of a lead with an activity, and how we know of it. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { OrganisationService } from '../organisation/organisation.service.ts';
import { insertMany } from '../platform/bulk.ts';
import { newId } from '../platform/id.ts';
import { Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LeadNews } from './lead-news.ts';
import { toldInstant } from './lead.moments.ts';
import type { TouchInput } from './lead.schema.ts';
import type { TouchAdded } from './touch.schema.ts';
import { Visibility } from './visibility.ts';

const COLUMNS = {
  region_id: 'uuid',
  id: 'uuid',
  lead_id: 'uuid',
  activity_id: 'uuid',
  organisation_id: 'uuid',
  at: 'timestamptz',
  how: 'text',
  actor_id: 'uuid',
} as const;

@Injectable()
export class TouchService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly organisations: OrganisationService,
    private readonly news: LeadNews,
  ) {}

  /**
   * Adds one touch to a lead, with an id of its own where the caller has made one.
   * @throws NotFound for a lead out of sight, and what `write` throws
   */
  async add(leadId: string, touch: TouchInput & { id?: string }): Promise<TouchAdded> {
    const lead = await this.visibility.mustSee(leadId, { lock: true });
    const [added] = await this.write(lead.id, [touch], () => '');
    return added!;
  }

  /**
   * Writes touches of a lead, whoever looks. `pathOf` says where in the request each one stands, e.g. `touches.0.`.
   * @throws Unprocessable `in_future`, `unknown_activity`, `unknown_organisation` or `one_organisation` at the touch's field
   */
  async write(
    leadId: string,
    touches: readonly (TouchInput & { id?: string })[],
    pathOf: (index: number) => string,
  ): Promise<TouchAdded[]> {
    const { manager, regionId, actorId } = this.scope.here;
    this.news.changed([leadId]);
    await this.mustKnowActivities(touches, pathOf);
    const organisationIds = await this.organisationsOf(touches, pathOf);
    const now = new Date();
    const added = touches.map(({ id = newId(), activityId = null, how, at }, index) => ({
      id,
      leadId,
      how,
      activityId,
      organisationId: organisationIds[index] ?? null,
      at: toldInstant(at, `${pathOf(index)}at`, { now, otherwise: now }),
    }));
    await insertMany(
      manager,
      'touch',
      COLUMNS,
      added.map(({ id, how, activityId, organisationId, at }) => ({
        region_id: regionId,
        id,
        lead_id: leadId,
        activity_id: activityId,
        organisation_id: organisationId,
        at,
        how,
        actor_id: actorId,
      })),
    );
    return added;
  }

  private async mustKnowActivities(touches: readonly TouchInput[], pathOf: (index: number) => string): Promise<void> {
    const asked = touches.flatMap(({ activityId }) => activityId ?? []);
    if (asked.length === 0) return;
    const rows = await this.scope.rows<{ id: string }>(sql`
      select id from activity where region_id = ${this.scope.here.regionId} and id = any(${asked}::uuid[])`);
    const known = new Set(rows.map(({ id }) => id));
    const unknown = touches.findIndex(({ activityId }) => activityId !== undefined && !known.has(activityId.toLowerCase()));
    if (unknown >= 0) throw new Unprocessable('unknown_activity', `${pathOf(unknown)}activityId`, 'There is no such activity');
  }

  /** The organisation of each touch, made where it is new; null for touches without one. */
  private async organisationsOf(touches: readonly TouchInput[], pathOf: (index: number) => string): Promise<(string | null)[]> {
    const both = touches.findIndex(({ organisationId, organisation }) => organisationId !== undefined && organisation !== undefined);
    if (both >= 0) throw new Unprocessable('one_organisation', `${pathOf(both)}organisation`, 'Name one organisation');
    const refs = touches.flatMap(({ organisationId, organisation }, index) => {
      const ref = organisationId ? { id: organisationId } : organisation;
      return ref ? [{ ref, index }] : [];
    });
    const ids = await this.organisations.resolve(
      refs.map(({ ref }) => ref),
      (at) => `${pathOf(refs[at]!.index)}organisation`,
    );
    const byIndex = new Map(refs.map(({ index }, at) => [index, ids[at]!]));
    return touches.map((_, index) => byIndex.get(index) ?? null);
  }
}
