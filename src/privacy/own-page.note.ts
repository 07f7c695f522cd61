/** Notes on a person's leads that she corrected her details herself: her contact person sees why the lead is before her again. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { NoteService } from '../lead/note.service.ts';
import type { Person } from '../lead/person.schema.ts';
import { Visibility } from '../lead/visibility.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Words } from '../platform/words/words.ts';

const FIELDS = ['name', 'email', 'phone', 'languages'] as const;

@Injectable()
export class OwnPageNotes {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly notes: NoteService,
    private readonly words: Words,
  ) {}

  /** Names what she changed, not what it was. Nothing is noted when all is as before. */
  async corrected(before: Person, after: Person): Promise<void> {
    const changed = FIELDS.filter((field) => String(before[field] ?? '') !== String(after[field] ?? ''));
    if (changed.length === 0) return;
    const { region } = this.scope.here;
    const say = this.words.of('my', region.locale);
    const fields = new Intl.ListFormat(region.locale, { type: 'unit' }).format(changed.map((field) => say(`field.${field}`).toLowerCase()));
    for (const leadId of await this.leads(after.id)) {
      await this.visibility.hold(leadId);
      await this.notes.write(leadId, { text: say('correct.note', { fields }), contact: false, at: new Date() });
    }
  }

  /** Those that somebody works on, or has put off. */
  private async leads(personId: string): Promise<string[]> {
    const rows = await this.scope.rows<{ id: string }>(sql`
      select l.id from lead l
      join person p on p.region_id = l.region_id and p.id = l.person_id
      join journey j on j.region_id = l.region_id and j.lead_id = l.id
      where l.region_id = ${this.scope.here.regionId} and l.merged_into is null and l.erased_at is null
        and (p.id = ${personId} or p.merged_into = ${personId})
        and (j.closed_at is null or exists (select from snooze s where s.region_id = l.region_id and s.lead_id = l.id))
      order by l.id`);
    return rows.map(({ id }) => id);
  }
}
