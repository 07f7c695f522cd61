/** Rows of tracked links, with what decides where they lead. */
import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { NotFound } from '../platform/problem.ts';
import { newId } from '../platform/id.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { randomCode } from './link-code.ts';
import type { LinkFacts } from './link-target.ts';

export interface LinkRow extends LinkFacts {
  readonly id: string;
  readonly activityId: string;
  readonly formId: string | null;
  readonly label: string | null;
  readonly pausedAt: Date | null;
  readonly expiresOn: string | null;
  readonly createdAt: Date;
  readonly clicks: number;
}

const ROW = raw(`l.id, l.activity_id as "activityId", l.code, l.form_id as "formId", l.destination, l.medium, l.label,
  l.paused_at as "pausedAt", l.expires_on as "expiresOn", l.created_at as "createdAt", a.title as "activityTitle", a.url as "activityUrl",
  a.channel, case when l.form_id is not null then open_form(l.region_id, l.form_id) end as "ownForm",
  open_form_for(l.region_id, a.languages) as "firstForm",
  (select coalesce(sum(d.visits), 0) from click_day d where d.region_id = l.region_id and d.link_id = l.id) as clicks`);

/** A new link of an activity. */
export interface NewLink {
  readonly activityId: string;
  readonly destination?: string | null | undefined;
  readonly formId?: string | null | undefined;
  readonly medium?: string | null | undefined;
  readonly label?: string | null | undefined;
}

/** Taken codes are so rare that a few rounds always do. */
const ROUNDS = 5;

@Injectable()
export class LinkStore {
  constructor(private readonly scope: RegionScope) {}

  /** The links of an activity and its parts, its own first, each with the oldest first. */
  of(activityId: string): Promise<LinkRow[]> {
    return this.rows(sql`(a.id = ${activityId} or a.parent_id = ${activityId}) order by a.parent_id is not null, a.no, l.created_at, l.id`);
  }

  /** @throws NotFound */
  async one(id: string): Promise<LinkRow> {
    const [row] = await this.rows(sql`l.id = ${id}`);
    if (!row) throw new NotFound('This link');
    return row;
  }

  /** Nobody else changes it meanwhile. @throws NotFound */
  async lock(id: string): Promise<LinkRow> {
    await this.scope.rows(sql`select from link where region_id = ${this.scope.here.regionId} and id = ${id} for no key update`);
    return this.one(id);
  }

  /** Makes links with codes of their own; answers their ids in order. */
  async insert(links: readonly NewLink[]): Promise<string[]> {
    const { regionId, actorId } = this.scope.here;
    const made = links.map((link) => ({ ...link, id: newId() }));
    const codes = await this.takeCodes(made.map(({ id }) => id));
    const values = made.map(
      ({ id, activityId, formId, destination, medium, label }) => sql`(${regionId}, ${id}, ${activityId}, ${codes.get(id)},
        ${formId ?? null}, ${destination ?? null}, ${medium ?? null}, ${label || null}, ${actorId})`,
    );
    await this.scope.rows(sql`
      insert into link (region_id, id, activity_id, code, form_id, destination, medium, label, created_by) values ${join(values)}`);
    return made.map(({ id }) => id);
  }

  private rows(which: Sql): Promise<LinkRow[]> {
    const { regionId } = this.scope.here;
    return this.scope.rows(sql`
      select ${ROW} from link l join activity a on a.region_id = ${regionId} and a.id = l.activity_id
      where l.region_id = ${regionId} and ${which}`);
  }

  private async takeCodes(ids: readonly string[]): Promise<Map<string, string>> {
    const { regionId } = this.scope.here;
    const codes = new Map<string, string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const missing = ids.filter((id) => !codes.has(id));
      if (missing.length === 0) return codes;
      const taken = await this.scope.rows<{ code: string; id: string }>(sql`
        insert into link_code (code, region_id, link_id)
        select code, ${regionId}::uuid, id from unnest(${missing.map(randomCode)}::text[], ${missing}::uuid[]) as new (code, id)
        on conflict do nothing returning code, link_id as id`);
      for (const { code, id } of taken) codes.set(id, code);
    }
    throw new Error('No free code was found');
  }
}
