/** Compares persons: who may be the same as somebody just typed in, and which pairs the work list has. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';
import { nameLikeness } from './name-likeness.ts';

/** Persons compared in one transaction, and with how many of one kind each at most: so many namesakes tell nothing any more. */
const BATCH = 100;
const MOST = 300;

/** How sure each kind of likeness is by itself; that of a name is weighed by how alike the names are. */
const SURE = { email: 0.97, phone: 0.9, name: 0.75 } as const;
export type Why = keyof typeof SURE;

interface Candidate {
  readonly id: string;
  readonly other: string;
  readonly why: Why;
  readonly key: string | null;
  readonly otherKey: string | null;
}
interface Pair {
  readonly a: string;
  readonly b: string;
  readonly why: Map<Why, number>;
}

@Injectable()
export class Likenesses {
  constructor(private readonly scope: RegionScope) {}

  /** Persons with a name like this who have a lead in the municipality. */
  async namesakes(name: string, municipality: string): Promise<string[]> {
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<{ id: string; key: string; told: string }>(sql`
      with told as (
        select name_key(${name}) as key, array_remove(array[name_part(${name}, 1), name_part(${name}, 2), name_part(${name}, 3)], null) as parts)
      select p.id, p.name_key as key, told.key as told from told, person p
      where p.region_id = ${regionId} and p.restricted_until is null
        and (p.name_part_1 = any(told.parts) or p.name_part_2 = any(told.parts) or p.name_part_3 = any(told.parts))
        and exists (select from lead l where l.region_id = p.region_id and l.person_id = p.id and l.municipality = ${municipality})
      limit ${MOST * 10}`);
    return rows.filter(({ key, told }) => nameLikeness(key, told) !== null).map(({ id }) => id);
  }

  /**
   * Compares the persons who changed since they were compared last, some at a time; true while there may be more. Who writes
   * meanwhile never waits for this; two who compare at once take different persons.
   */
  async refresh(many = BATCH): Promise<boolean> {
    const { regionId } = this.scope.here;
    const due = await this.scope.rows<{ id: string; personId: string }>(sql`
      select id, person_id as "personId" from likeness_due where region_id = ${regionId} order by id limit ${many} for update skip locked`);
    if (due.length === 0) return false;
    await this.scope.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`likeness ${regionId}`}, 0))`);
    await this.compare([...new Set(due.map(({ personId }) => personId))]);
    await this.scope.rows(sql`delete from likeness_due where region_id = ${regionId} and id = any(${due.map(({ id }) => id)}::bigint[])`);
    return due.length === many;
  }

  private async compare(personIds: readonly string[]): Promise<void> {
    const { regionId } = this.scope.here;
    const pairs = pairsOf(await this.candidates(personIds));
    await this.scope.rows(sql`delete from likeness where region_id = ${regionId} and a = any(${personIds}::uuid[])`);
    await this.scope.rows(sql`delete from likeness where region_id = ${regionId} and b = any(${personIds}::uuid[])`);
    await this.scope.rows(sql`
      insert into likeness (region_id, a, b, why, score)
      select ${regionId}, a, b, string_to_array(why, ','), score
      from unnest(${pairs.map(({ a }) => a)}::uuid[], ${pairs.map(({ b }) => b)}::uuid[],
                  ${pairs.map(({ why }) => [...why.keys()].join(','))}::text[], ${pairs.map(({ why }) => sureness(why))}::real[]) as t (a, b, why, score)`);
  }

  /** Each kind is looked up by its index; the names, bounded by the municipality, are compared here. */
  private candidates(personIds: readonly string[]): Promise<Candidate[]> {
    const { regionId } = this.scope.here;
    return this.scope.rows<Candidate>(sql`
      with one as (
        select p.*, array_remove(array[p.name_part_1, p.name_part_2, p.name_part_3], null) as parts,
               array(select distinct l.municipality from lead l where l.region_id = p.region_id and l.person_id = p.id and l.municipality is not null) as places
        from person p where p.region_id = ${regionId} and p.id = any(${personIds}::uuid[]) and p.restricted_until is null)
      select one.id, o.id as other, 'email' as why, null as key, null as "otherKey" from one cross join lateral (
        select p.id from person p where p.region_id = ${regionId} and p.email_key = one.email_key and p.id <> one.id and p.restricted_until is null
        limit ${MOST}) o
      union all
      select one.id, o.id, 'phone', null, null from one cross join lateral (
        (select p.id from person p where p.region_id = ${regionId} and p.phone_e164 = one.phone_e164 and p.id <> one.id and p.restricted_until is null
         limit ${MOST})
        union
        (select p.id from person p where p.region_id = ${regionId} and p.phone_key = one.phone_key and p.id <> one.id and p.restricted_until is null
         limit ${MOST})) o
      union all
      select one.id, o.id, 'name', one.name_key, o.name_key from one cross join lateral (
        select p.id, p.name_key from person p
        where p.region_id = ${regionId} and p.id <> one.id and p.restricted_until is null and cardinality(one.places) > 0
          and (p.name_part_1 = any(one.parts) or p.name_part_2 = any(one.parts) or p.name_part_3 = any(one.parts))
          and exists (select from lead l where l.region_id = p.region_id and l.person_id = p.id and l.municipality = any(one.places))
        limit ${MOST}) o`);
  }
}

/** One pair of two persons, whoever of them it was found by, with how sure each kind of likeness makes it. */
function pairsOf(candidates: readonly Candidate[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { id, other, why, key, otherKey } of candidates) {
    const likeness = why === 'name' ? nameLikeness(key!, otherKey!) : 1;
    if (likeness === null) continue;
    const [a, b] = id < other ? [id, other] : [other, id];
    const pair = pairs.get(`${a} ${b}`) ?? { a, b, why: new Map() };
    pair.why.set(why, SURE[why] * likeness);
    pairs.set(`${a} ${b}`, pair);
  }
  return [...pairs.values()];
}

/** Each kind by itself leaves some doubt; together they leave the product of their doubts. */
const sureness = (why: ReadonlyMap<Why, number>): number => 1 - [...why.values()].reduce((doubt, sure) => doubt * (1 - sure), 1);
