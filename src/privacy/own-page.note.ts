/** Notes that a person corrected her details herself: her contact person sees why the lead is before her again. */
import { Injectable } from '@nestjs/common';
import { NoteService } from '../lead/note.service.ts';
import type { Person } from '../lead/person.schema.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Words } from '../platform/words/words.ts';

const FIELDS = ['name', 'email', 'phone', 'languages'] as const;

@Injectable()
export class OwnPageNotes {
  constructor(
    private readonly scope: RegionScope,
    private readonly notes: NoteService,
    private readonly words: Words,
  ) {}

  /** Names what she changed, not what it was. Nothing is noted when all is as before. */
  async corrected(before: Person, after: Person): Promise<void> {
    const changed = FIELDS.filter((field) => String(before[field] ?? '') !== String(after[field] ?? ''));
    if (changed.length === 0) return;
    const { locale } = this.scope.here.region;
    const say = this.words.of('my', locale);
    const fields = new Intl.ListFormat(locale, { type: 'unit' }).format(changed.map((field) => say(`field.${field}`).toLowerCase()));
    await this.notes.ofPerson(after.id, say('correct.note', { fields }));
  }
}
