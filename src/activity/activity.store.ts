/** Rows of `activity` as they stand: read under a lock, inserted and updated many at once. */
import { Injectable } from '@nestjs/common';
import sql, { join, raw } from 'sql-template-tag';
import type * as z from 'zod';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { Activity, Details } from './activity.schema.ts';

export interface ActivityRow {
  readonly id: string;
  readonly kind: Activity['kind'];
  readonly title: string;
  readonly channel: string;
  readonly audience: Activity['audience'];
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly costCents: number | null;
  readonly programmeId: string | null;
  readonly workPackageId: string | null;
  readonly partnerId: string | null;
  readonly parentId: string | null;
  readonly municipalities: readonly string[];
  readonly languages: readonly string[];
  readonly url: string | null;
  readonly notes: string | null;
  readonly details: z.infer<typeof Details>;
  readonly archivedAt: Date | null;
}

const COLUMNS = raw(`id, kind, title, channel, audience, starts_on as "startsOn", ends_on as "endsOn", cost_cents as "costCents",
  programme_id as "programmeId", work_package_id as "workPackageId", partner_id as "partnerId", parent_id as "parentId",
  municipalities, languages, url, notes, details, archived_at as "archivedAt"`);

@Injectable()
export class ActivityStore {
  constructor(private readonly scope: RegionScope) {}

  /** One activity, which nobody else changes, hands over or adds figures to meanwhile. @throws NotFound */
  async lock(id: string): Promise<ActivityRow> {
    const row = await this.scope.row<ActivityRow>(sql`
      select ${COLUMNS} from activity where region_id = ${this.scope.here.regionId} and id = ${id} for no key update`);
    if (!row) throw new NotFound('This activity');
    return row;
  }

  /** The parts of a campaign, locked; it must be locked itself, so that none is added meanwhile. */
  lockParts(id: string): Promise<ActivityRow[]> {
    return this.scope.rows(sql`
      select ${COLUMNS} from activity where region_id = ${this.scope.here.regionId} and parent_id = ${id} order by id for no key update`);
  }

  /** @throws NotFound */
  async mustExist(id: string): Promise<void> {
    const row = await this.scope.row(sql`select 1 from activity where region_id = ${this.scope.here.regionId} and id = ${id}`);
    if (!row) throw new NotFound('This activity');
  }

  /** Inserts `rows` with the region's running numbers from `no`; a parent before its parts. */
  async insert(rows: readonly ActivityRow[], no: number): Promise<void> {
    const { regionId } = this.scope.here;
    const values = rows.map(
      (row, at) => sql`(${regionId}, ${row.id}, ${no + at}, ${row.kind}, ${row.title}, ${row.channel}, ${row.audience}, ${row.startsOn},
        ${row.endsOn}, ${row.costCents}, ${row.programmeId}, ${row.workPackageId}, ${row.partnerId}, ${row.parentId}, ${row.municipalities},
        ${row.languages}, ${row.url}, ${row.notes}, ${row.details})`,
    );
    await this.scope.rows(sql`
      insert into activity (region_id, id, no, kind, title, channel, audience, starts_on, ends_on, cost_cents, programme_id,
        work_package_id, partner_id, parent_id, municipalities, languages, url, notes, details)
      values ${join(values)}`);
  }

  /** Writes all that can change of `rows`. */
  async update(rows: readonly ActivityRow[]): Promise<void> {
    await this.scope.rows(sql`
      update activity a set title = n.title, channel = n.channel, audience = n.audience, starts_on = n."startsOn", ends_on = n."endsOn",
        cost_cents = n."costCents", programme_id = n."programmeId", work_package_id = n."workPackageId", partner_id = n."partnerId",
        municipalities = n.municipalities, languages = n.languages, url = n.url, notes = n.notes, details = n.details,
        archived_at = n."archivedAt"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, title text, channel text, audience text, "startsOn" date,
        "endsOn" date, "costCents" bigint, "programmeId" uuid, "workPackageId" uuid, "partnerId" uuid, municipalities text[],
        languages text[], url text, notes text, details jsonb, "archivedAt" timestamptz)
      where a.region_id = ${this.scope.here.regionId} and a.id = n.id`);
  }
}
