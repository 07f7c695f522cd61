/** Gives out everything that is kept about a person; the audit remembers that it was given. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { Persons } from '../lead/person.service.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { exportedLeads, exportedRest } from './export.query.ts';
import { PersonExport } from './export.schema.ts';
import { Subjects } from './subject.service.ts';

@Injectable()
export class Exports {
  constructor(
    private readonly scope: RegionScope,
    private readonly persons: Persons,
    private readonly subjects: Subjects,
  ) {}

  /** For who sees her: with the names of those who read her page. @throws NotFound */
  async read(personId: string): Promise<PersonExport> {
    return this.of(await this.persons.mustSee(personId), { withNames: true });
  }

  /** Of the person that remains after merges, whoever asks. */
  async of(personId: string, { withNames }: { withNames: boolean }): Promise<PersonExport> {
    const { region, actorId } = this.scope.here;
    const subject = await this.subjects.of(personId);
    await this.scope.rows(sql`
      insert into audit (region_id, actor_id, action, table_name, row_key)
      values (${region.id}, ${actorId}, 'export', 'person', ${JSON.stringify({ id: personId })})`);
    const leads = await this.scope.rows(exportedLeads(subject));
    const rest = await this.scope.row<object>(exportedRest(subject, withNames));
    const kept = await this.subjects.leads(subject);
    const controllers = [...new Set(kept.map(({ partner }) => partner.name))];
    return PersonExport.parse(
      inUtc({ madeAt: new Date(), region: region.name, controllers, leads, ...rest } as z.input<typeof PersonExport>),
    );
  }
}

/** Instants inside of JSON are told by PostgreSQL with the zone's offset; they go out as all others do. */
function inUtc<T>(value: T): T {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/.test(value))
    return new Date(value).toISOString() as T;
  if (Array.isArray(value)) return value.map(inUtc) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inUtc(one as unknown)])) as T;
}
