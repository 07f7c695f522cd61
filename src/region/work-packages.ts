/** The work packages of a programme, replaced as a set. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { newId } from '../platform/id.ts';
import { Conflict, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { ProgrammeInput } from './programme.schema.ts';

type WorkPackageInput = ProgrammeInput['workPackages'][number];

@Injectable()
export class WorkPackages {
  constructor(private readonly scope: RegionScope) {}

  /**
   * Makes `asked` the work packages of the programme: one with an id keeps it, one without is new, one left out goes.
   * Codes may change places.
   * @throws Unprocessable `code_twice`, `work_package_twice`, `unknown_work_package`; Conflict `work_package_in_use` when activities have one that would go
   */
  async replace(programmeId: string, asked: readonly WorkPackageInput[]): Promise<void> {
    const wanted = asked.map((one): WorkPackageInput => ({ ...one, id: one.id?.toLowerCase() }));
    mustDiffer(wanted, 'code', 'code_twice');
    mustDiffer(wanted, 'id', 'work_package_twice');
    const present = new Set(await this.lock(programmeId));
    const unknown = wanted.findIndex(({ id }) => id !== undefined && !present.has(id));
    if (unknown >= 0)
      throw new Unprocessable('unknown_work_package', `workPackages.${unknown}.id`, 'This programme has no such work package');
    for (const { id } of wanted) if (id) present.delete(id);
    await this.remove([...present]);
    await this.write(programmeId, wanted);
  }

  /** Ids of the work packages of a programme, which no activity can take until this is done. */
  private async lock(programmeId: string): Promise<string[]> {
    const rows = await this.scope.rows<{ id: string }>(sql`
      select id from work_package where region_id = ${this.scope.here.regionId} and programme_id = ${programmeId} order by id for update`);
    return rows.map(({ id }) => id);
  }

  private async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { regionId } = this.scope.here;
    const [used] = await this.scope.rows<{ code: string }>(sql`
      select w.code from work_package w where w.region_id = ${regionId} and w.id = any(${ids}::uuid[])
        and exists (select from activity a where a.region_id = ${regionId} and a.work_package_id = w.id)
      order by w.code limit 1`);
    if (used) throw new Conflict('work_package_in_use', 'workPackages', `Activities belong to the work package ${used.code}`);
    await this.scope.rows(sql`delete from work_package where region_id = ${regionId} and id = any(${ids}::uuid[])`);
  }

  private async write(programmeId: string, wanted: readonly WorkPackageInput[]): Promise<void> {
    const { regionId } = this.scope.here;
    const kept = wanted.filter(({ id }) => id !== undefined);
    const made = wanted.filter(({ id }) => id === undefined);
    if (kept.length > 0) {
      await this.scope.rows(sql`
        update work_package w set code = k.code, name = k.name
        from unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ code }) => code)}::text[], ${kept.map(({ name }) => name)}::text[]) k (id, code, name)
        where w.region_id = ${regionId} and w.id = k.id and (w.code, w.name) is distinct from (k.code, k.name)`);
    }
    if (made.length > 0) {
      await this.scope.rows(sql`
        insert into work_package (region_id, id, programme_id, code, name)
        select ${regionId}::uuid, m.id, ${programmeId}::uuid, m.code, m.name
        from unnest(${made.map(() => newId())}::uuid[], ${made.map(({ code }) => code)}::text[], ${made.map(({ name }) => name)}::text[]) m (id, code, name)`);
    }
  }
}

function mustDiffer(wanted: readonly WorkPackageInput[], field: 'code' | 'id', error: string): void {
  const seen = new Set<string>();
  for (const [at, { [field]: value }] of wanted.entries()) {
    if (value !== undefined && seen.has(value)) throw new Unprocessable(error, `workPackages.${at}.${field}`);
    if (value !== undefined) seen.add(value);
  }
}
