/** Logs many leads at once, and meetings of known ones, each row by itself. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { RowResult } from '../platform/bulk.schema.ts';
import { Conflict } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { checked, RowByRow } from '../platform/row-by-row.ts';
import { type DuplicateLine, Duplicates } from './duplicate.service.ts';
import { type DuplicateQueries, KnownLeadRow, type LeadRows } from './lead-bulk.schema.ts';
import { LeadInput } from './lead.schema.ts';
import { Leads } from './lead.service.ts';
import { NoteService } from './note.service.ts';
import { TouchService } from './touch.service.ts';

type Row = LeadRows['rows'][number];

@Injectable()
export class LeadsInBulk {
  constructor(
    private readonly scope: RegionScope,
    private readonly rowByRow: RowByRow,
    private readonly leads: Leads,
    private readonly touches: TouchService,
    private readonly notes: NoteService,
    private readonly duplicates: Duplicates,
  ) {}

  /** Good rows are written, the others answered with their reasons; a repeated row has no second effect. */
  log({ rows }: LeadRows): Promise<RowResult[]> {
    return this.rowByRow.each<Row>(rows, (row) =>
      'leadId' in row ? this.meet(checked(KnownLeadRow, row)) : this.leads.logOnce(row.id, checked(LeadInput, row)),
    );
  }

  /** Who may be the same as each of them. */
  async like({ rows }: DuplicateQueries): Promise<DuplicateLine[][]> {
    const found: DuplicateLine[][] = [];
    for (const row of rows) found.push(await this.duplicates.like(row));
    return found;
  }

  /** @throws NotFound for a lead out of sight, Conflict `id_taken`, and what a touch's own route refuses */
  private async meet({ id, leadId, touch, note }: KnownLeadRow): Promise<'saved' | 'repeated'> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`touch ${regionId} ${id}`}, 0))`);
    const before = await this.scope.row<{ hers: boolean }>(sql`
      select lead_id = ${leadId} and actor_id = ${this.scope.here.actorId} as hers from touch where region_id = ${regionId} and id = ${id}`);
    if (before && !before.hers) throw new Conflict('id_taken', 'id', 'Another meeting has this id');
    if (before) return 'repeated';
    await this.touches.add(leadId, { ...touch, id });
    if (note) await this.notes.add(leadId, { text: note, contact: true, ...(touch.at ? { at: touch.at } : {}) });
    return 'saved';
  }
}
