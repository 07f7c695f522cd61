/** Persons who are one: what the kept one takes from the others, and how they part again. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { newId } from '../platform/id.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { MergedFields, type PersonValues } from './merge.fields.ts';
import type { Shown } from './merge.schema.ts';

@Injectable()
export class PersonMerges {
  constructor(
    private readonly scope: RegionScope,
    private readonly fields: MergedFields,
  ) {}

  /**
   * Makes `merged`, roots whose rows the caller holds, one with `keepId`. What she lacks she takes from them, what `show` says she takes
   * from whom it says; she speaks the languages of all, and is protected when one of them is.
   */
  async join(actId: string, keepId: string, merged: readonly string[], show: Shown): Promise<void> {
    const known = await this.fields.valuesOf([keepId, ...merged]);
    let kept = known.get(keepId)!;
    for (const id of merged) {
      const taken = takenFrom(kept, known.get(id)!, show);
      await this.write(actId, id, kept, taken);
      kept = { ...kept, ...taken, languages: [...kept.languages, ...(taken.languages ?? [])] };
    }
    await this.fields.setValues(kept);
    await this.scope.rows(sql`
      update person set merged_into = ${keepId}
      where region_id = ${this.scope.here.regionId} and (id = any(${merged}::uuid[]) or merged_into = any(${merged}::uuid[]))`);
  }

  /** Parts who was merged in this act; their ids. What was remembered for this is forgotten. */
  async part(actId: string): Promise<string[]> {
    const { regionId, actorId } = this.scope.here;
    const edges = await this.fields.edges(sql`act_id = ${actId} order by id desc`);
    for (const edge of edges) {
      await this.scope.rows(sql`
        update person_merge set undone_at = ${new Date()}, undone_by = ${actorId}, name = null, email = null, phone = null
        where region_id = ${regionId} and id = ${edge.id}`);
      await this.fields.giveBack(edge);
      await this.standAlone(edge.personId);
    }
    return edges.map(({ personId }) => personId);
  }

  /** The person stands by herself, and all who were merged into her, directly or not, are read as her again. */
  private async standAlone(personId: string): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      with recursive own as (
        select ${personId}::uuid as id
        union all
        select m.person_id from own join person_merge m on m.region_id = ${regionId} and m.into_id = own.id and m.undone_at is null)
      update person set merged_into = nullif(${personId}::uuid, id) where region_id = ${regionId} and id in (select id from own)`);
  }

  private async write(actId: string, personId: string, kept: PersonValues, taken: Partial<PersonValues>): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    const before = (field: 'name' | 'email' | 'phone') => (field in taken ? kept[field] : null);
    await this.scope.rows(sql`
      insert into person_merge (region_id, id, act_id, person_id, into_id, taken, name, email, phone, languages, at, actor_id)
      values (${regionId}, ${newId()}, ${actId}, ${personId}, ${kept.id}, ${Object.keys(taken)}, ${before('name')}, ${before('email')},
              ${before('phone')}, ${taken.languages ?? []}, ${new Date()}, ${actorId})`);
  }
}

/** What the kept person takes from one who is merged into her; of languages those that are new. */
function takenFrom(kept: PersonValues, merged: PersonValues, show: Shown): Partial<PersonValues> {
  const fields = (['name', 'email', 'phone'] as const).filter((field) => {
    const asked = show[field]?.toLowerCase();
    return merged[field] && merged[field] !== kept[field] && (asked ? asked === merged.id : !kept[field]);
  });
  const languages = merged.languages.filter((language) => !kept.languages.includes(language));
  return {
    ...Object.fromEntries(fields.map((field) => [field, merged[field]])),
    ...(languages.length > 0 ? { languages } : {}),
    ...(merged.protected && !kept.protected ? { protected: true } : {}),
  };
}
