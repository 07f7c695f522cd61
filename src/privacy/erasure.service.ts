/** Erases a person: every word that tells who she is goes, every fact that is counted stays. */
import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { Persons } from '../lead/person.service.ts';
import { newId } from '../platform/id.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { PERSONAL, type Subject } from './personal-words.ts';
import { ERASURE_REASONS, type Erased, type ErasureReason } from './privacy.schema.ts';
import { Subjects } from './subject.service.ts';

export interface Why {
  readonly askedBy: 'herself' | 'staff' | 'retention';
  readonly reason: ErasureReason;
}

@Injectable()
export class Erasures {
  constructor(
    private readonly scope: RegionScope,
    private readonly persons: Persons,
    private readonly subjects: Subjects,
  ) {}

  /** Erases a person whom the viewer sees, with those merged into her. @throws NotFound */
  async erase(personId: string, reason: string): Promise<Erased> {
    const id = await this.persons.mustSee(personId, { lock: true });
    const known = ERASURE_REASONS.find((one) => one === reason);
    return this.carryOut(id, { askedBy: 'staff', reason: known ?? 'other' });
  }

  /**
   * Erases the person that remains after merges, whoever looks. Where she is a programme's evidence, who she is stays until the last
   * day, restricted; notes, messages and mails go at once. A repeat empties what was written since, and is not noted again.
   */
  async carryOut(personId: string, why: Why): Promise<Erased> {
    const subject = await this.subjects.of(personId, { lock: true });
    const before = await this.standing(subject);
    if (before.erased) return { erased: true, restrictedUntil: null, evidence: [] };
    const evidence = await this.subjects.evidence(subject);
    const restrictedUntil = evidence[0]?.keepUntil ?? null;
    await this.empty(subject, { identity: restrictedUntil === null });
    if (restrictedUntil) await this.keepAsEvidence(subject, restrictedUntil);
    else await this.markErased(subject);
    await this.endObjection(subject);
    if (!restrictedUntil || before.evidenceUntil !== restrictedUntil) await this.note(subject, why, { restrictedUntil });
    return { erased: restrictedUntil === null, restrictedUntil, evidence };
  }

  /** Erases the words of one lead (and of those merged into it); the person has another that is kept longer. */
  async eraseLead(personId: string, leadId: string, why: Why): Promise<void> {
    const { regionId } = this.scope.here;
    const merged = await this.scope.rows<{ id: string }>(sql`
      select id from lead where region_id = ${regionId} and (id = ${leadId} or merged_into = ${leadId}) order by id for update`);
    const subject = { regionId, personId, personIds: [], leadIds: merged.map(({ id }) => id) };
    await this.empty(subject, { identity: false });
    await this.markLeadsErased(subject);
    await this.note(subject, why, { leadId });
  }

  private async standing({ regionId, personId }: Subject): Promise<{ erased: boolean; evidenceUntil: string | null }> {
    const row = await this.scope.row<{ erased: boolean; evidenceUntil: string | null }>(sql`
      select erased_at is not null as erased, case when restricted_because = 'evidence' then restricted_until end as "evidenceUntil"
      from person where region_id = ${regionId} and id = ${personId}`);
    return row!;
  }

  /** One statement a table, by the list. */
  private async empty(subject: Subject, { identity }: { identity: boolean }): Promise<void> {
    for (const { table, rows, words, identity: isIdentity } of PERSONAL) {
      if (!rows || (isIdentity && !identity)) continue;
      const columns = Object.entries(words);
      const set = columns.map(([column, empty]): Sql => sql`${raw(column)} = ${empty}`);
      const holding = columns.map(([column, empty]): Sql => sql`${raw(column)} is distinct from ${empty}`);
      await this.scope.rows(sql`
        update ${raw(table)} set ${join(set, ', ')}
        where region_id = ${subject.regionId} and (${rows(subject)}) and (${join(holding, ' or ')})`);
    }
  }

  private async keepAsEvidence({ regionId, personIds }: Subject, until: string): Promise<void> {
    await this.scope.rows(sql`
      update person set restricted_because = 'evidence', restricted_until = ${until}
      where region_id = ${regionId} and id = any(${personIds}::uuid[])`);
  }

  private async markErased(subject: Subject): Promise<void> {
    await this.scope.rows(sql`
      update person set erased_at = now(), restricted_because = null, restricted_until = null
      where region_id = ${subject.regionId} and id = any(${subject.personIds}::uuid[])`);
    await this.markLeadsErased(subject);
  }

  private async markLeadsErased({ regionId, leadIds }: Subject): Promise<void> {
    await this.scope.rows(sql`
      update lead set erased_at = now() where region_id = ${regionId} and id = any(${leadIds}::uuid[]) and erased_at is null`);
  }

  /** Who objected has got more than she asked for. */
  private async endObjection({ regionId, personIds }: Subject): Promise<void> {
    await this.scope.rows(sql`
      update objection set decided_at = now(), decision = 'upheld', decided_by = ${this.scope.here.actorId}
      where region_id = ${regionId} and person_id = any(${personIds}::uuid[]) and decided_at is null`);
  }

  private async note(
    { regionId, personId }: Subject,
    { askedBy, reason }: Why,
    { leadId = null, restrictedUntil = null }: { leadId?: string | null; restrictedUntil?: string | null },
  ): Promise<void> {
    await this.scope.rows(sql`
      insert into erasure (region_id, id, person_id, lead_id, asked_by, reason, restricted_until, actor_id)
      values (${regionId}, ${newId()}, ${personId}, ${leadId}, ${askedBy}, ${reason}, ${restrictedUntil}, ${this.scope.here.actorId})`);
  }
}
