/** Who is away from when to when, and who stands in for her. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import { Conflict, Forbidden, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { Away } from './contact-person.schema.ts';

interface Absence {
  readonly from: string;
  readonly to: string;
  readonly substituteId: string | undefined;
}

@Injectable()
export class Absences {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
  ) {}

  /**
   * Says that she is away, both days inclusive; one that begins on the same day is changed. `from: null` ends the present absence
   * with yesterday, or takes the next one back.
   * @throws Forbidden for anybody but admins and herself, NotFound, Conflict `has_left`, `overlapping_absence`;
   *   Unprocessable `unknown_contact_person`, `own_substitute`, `substitute_left`, `substitute_away` at `substituteId`
   */
  async put(asked: string, { from, to, ...others }: Away): Promise<void> {
    const [id, substituteId] = [asked.toLowerCase(), others.substituteId?.toLowerCase()];
    if (!this.viewer.may('contact.write') && (await this.viewer.contactPersonId()) !== id) throw new Forbidden();
    const left = await this.lock(id, substituteId);
    if (!left.has(id)) throw new NotFound('This contact person');
    if (from === null) return this.end(id);
    if (left.get(id)) throw new Conflict('has_left', undefined, 'She has left');
    const absence = { from, to: to ?? from, substituteId };
    if (substituteId) await this.mustBeThereInstead(id, substituteId, left.get(substituteId), absence);
    await this.write(id, absence);
  }

  /** Both rows at once, in the order of their ids, so that two who name each other don't wait for one another for ever. */
  private async lock(id: string, substituteId: string | undefined): Promise<Map<string, boolean>> {
    const rows = await this.scope.rows<{ id: string; left: boolean }>(sql`
      select id, left_at is not null as "left" from contact_person
      where region_id = ${this.scope.here.regionId} and id = any(${substituteId ? [id, substituteId] : [id]}::uuid[])
      order by id for no key update`);
    return new Map(rows.map((row) => [row.id, row.left]));
  }

  private async mustBeThereInstead(id: string, substituteId: string, hasLeft: boolean | undefined, { from, to }: Absence): Promise<void> {
    const refuse = (code: string, message: string) => new Unprocessable(code, 'substituteId', message);
    if (substituteId === id) throw refuse('own_substitute', 'Nobody is her own substitute');
    if (hasLeft === undefined) throw refuse('unknown_contact_person', 'There is no such contact person here');
    if (hasLeft) throw refuse('substitute_left', 'She has left');
    const { regionId } = this.scope.here;
    const [away] = await this.scope.rows(sql`
      select 1 from absence where region_id = ${regionId} and contact_person_id = ${substituteId}
        and period && daterange(${from}, ${to}, '[]') limit 1`);
    if (away) throw refuse('substitute_away', 'She is away herself in that time');
  }

  private async write(id: string, { from, to, substituteId }: Absence): Promise<void> {
    const { regionId } = this.scope.here;
    const [overlapping] = await this.scope.rows(sql`
      select 1 from absence where region_id = ${regionId} and contact_person_id = ${id}
        and period && daterange(${from}, ${to}, '[]') and lower(period) <> ${from}::date limit 1`);
    if (overlapping) throw new Conflict('overlapping_absence', 'from', 'She is already away in a part of that time');
    const changed = await this.scope.row(sql`
      update absence set period = daterange(${from}, ${to}, '[]'), substitute_id = ${substituteId ?? null}
      where region_id = ${regionId} and contact_person_id = ${id} and lower(period) = ${from}::date returning id`);
    if (changed) return;
    await this.scope.rows(sql`
      insert into absence (region_id, id, contact_person_id, period, substitute_id)
      values (${regionId}, ${newId()}, ${id}, daterange(${from}, ${to}, '[]'), ${substituteId ?? null})`);
  }

  /** What has been stays: a present absence ends with yesterday. */
  private async end(id: string): Promise<void> {
    const { regionId } = this.scope.here;
    const today = this.calendar.today();
    await this.scope.rows(sql`
      with next as (
        select id, lower(period) >= ${today}::date as coming from absence
        where region_id = ${regionId} and contact_person_id = ${id} and upper(period) > ${today}::date order by period limit 1),
      taken_back as (
        delete from absence a using next where a.region_id = ${regionId} and a.id = next.id and next.coming)
      update absence a set period = daterange(lower(a.period), ${today}::date) from next
      where a.region_id = ${regionId} and a.id = next.id and not next.coming`);
  }
}
