/** What a kept person took from those merged into her, given back when one of them leaves; in whatever order they do. */
import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';
import { e164Of } from '../platform/phone-number.ts';

/** What is shown of a person. */
export interface PersonValues {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly languages: readonly string[];
  readonly protected: boolean;
}
type Word = 'name' | 'email' | 'phone';

/** Who was merged into whom: what the kept one had before of each word she took, and which languages she has from her. */
export interface PersonEdge {
  readonly id: string;
  readonly personId: string;
  readonly intoId: string;
  readonly taken: readonly string[];
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly languages: readonly string[];
}

@Injectable()
export class MergedFields {
  constructor(private readonly scope: RegionScope) {}

  /** Gives back what the kept person has from one whose edge has ended, unless somebody has corrected it since. */
  async giveBack(edge: PersonEdge): Promise<void> {
    const [leaving] = (await this.valuesOf([edge.personId])).values();
    for (const field of ['name', 'email', 'phone'] as const) {
      if (edge.taken.includes(field)) await this.replace(edge, field, leaving![field], null);
    }
    await this.unlearn(edge, edge.languages);
    if (edge.taken.includes('protected')) await this.uncover(edge);
  }

  /** Those that stand. */
  edges(where: Sql): Promise<PersonEdge[]> {
    return this.scope.rows<PersonEdge>(sql`
      select id, person_id as "personId", into_id as "intoId", taken, name, email, phone, coalesce(languages, '{}') as languages
      from person_merge where region_id = ${this.scope.here.regionId} and undone_at is null and ${where}`);
  }

  async valuesOf(ids: readonly string[]): Promise<Map<string, PersonValues>> {
    const rows = await this.scope.rows<PersonValues>(sql`
      select id, name, email, phone, languages, protected from person
      where region_id = ${this.scope.here.regionId} and id = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async setValues({ id, name, email, phone, languages, protected: hidden }: PersonValues): Promise<void> {
    await this.scope.rows(sql`
      update person set name = ${name}, email = ${email}, phone = ${phone}, phone_e164 = ${e164Of(phone)}, languages = ${languages}, protected = ${hidden}
      where region_id = ${this.scope.here.regionId} and id = ${id}`);
  }

  /**
   * The one merged by `edge` gave `took`, and gives `now` instead; null: nothing, so that it is as before. Where a later merge covers it,
   * that one has it as its before; where the kept person was merged in her turn, it is replaced there, too.
   */
  private async replace(edge: PersonEdge, field: Word, took: string | null, now: string | null): Promise<void> {
    const value = now ?? edge[field];
    const [later] = await this.edges(sql`into_id = ${edge.intoId} and ${field} = any(taken) and id > ${edge.id} order by id limit 1`);
    if (later) return later[field] === took ? this.setBefore(later.id, field, value) : undefined;
    const kept = await this.kept(edge);
    if (kept[field] !== took) return;
    await this.setValues({ ...kept, [field]: value });
    const up = await this.upOf(kept);
    if (up?.taken.includes(field)) await this.replace(up, field, took, value);
  }

  /** What nobody else of those merged into her speaks she speaks no more. */
  private async unlearn(edge: PersonEdge, languages: readonly string[]): Promise<void> {
    if (languages.length === 0) return;
    const kept = await this.kept(edge);
    const others = await this.others(edge);
    const stays = languages.filter((language) => others.some(({ values }) => values.languages.includes(language)));
    for (const language of stays) {
      const speaker = others.find(({ values }) => values.languages.includes(language))!;
      await this.setLanguages(speaker.id, sql`array_append(coalesce(languages, '{}'), ${language})`);
    }
    const gone = languages.filter((language) => !stays.includes(language));
    await this.setValues({ ...kept, languages: kept.languages.filter((language) => !gone.includes(language)) });
    const up = await this.upOf(kept);
    const given = gone.filter((language) => up?.languages.includes(language));
    if (!up || given.length === 0) return;
    await this.setLanguages(up.id, sql`array(select unnest(languages) except select unnest(${given}::text[]))`);
    await this.unlearn(up, given);
  }

  /** She stays protected when another of those merged into her is. */
  private async uncover(edge: PersonEdge): Promise<void> {
    const kept = await this.kept(edge);
    const other = (await this.others(edge)).find(({ values }) => values.protected);
    if (other) return this.setTaken(other.id, sql`array_append(taken, 'protected')`);
    await this.setValues({ ...kept, protected: false });
    const up = await this.upOf(kept);
    if (!up?.taken.includes('protected')) return;
    await this.setTaken(up.id, sql`array_remove(taken, 'protected')`);
    await this.uncover(up);
  }

  private async kept({ intoId }: PersonEdge): Promise<PersonValues> {
    return (await this.valuesOf([intoId])).get(intoId)!;
  }

  /** The edge by which she was merged herself. */
  private async upOf({ id }: PersonValues): Promise<PersonEdge | undefined> {
    return (await this.edges(sql`person_id = ${id}`))[0];
  }

  /** The others who are merged into the same person. */
  private async others({ id, intoId }: PersonEdge): Promise<{ id: string; values: PersonValues }[]> {
    const edges = await this.edges(sql`into_id = ${intoId} and id <> ${id} order by id`);
    const known = await this.valuesOf(edges.map(({ personId }) => personId));
    return edges.map((edge) => ({ id: edge.id, values: known.get(edge.personId)! }));
  }

  private setBefore(edgeId: string, field: Word, value: string | null): Promise<void> {
    return this.change(edgeId, sql`${raw(field)} = ${value}`);
  }

  private setLanguages(edgeId: string, languages: Sql): Promise<void> {
    return this.change(edgeId, sql`languages = ${languages}`);
  }

  private setTaken(edgeId: string, taken: Sql): Promise<void> {
    return this.change(edgeId, sql`taken = ${taken}`);
  }

  private async change(edgeId: string, what: Sql): Promise<void> {
    await this.scope.rows(sql`update person_merge set ${what} where region_id = ${this.scope.here.regionId} and id = ${edgeId}`);
  }
}
