/** The region's option lists: reasons for lost, and 'How did you hear of us?'. What was used once is archived, never deleted. */
import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { insertMany } from '../platform/bulk.ts';
import { keyOf } from '../platform/label-key.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { ChannelService } from '../region/channel.service.ts';
import { HEARD_FROM } from './option.defaults.ts';
import { LOST_REASONS, type Option, type OptionInput } from './pipeline.schema.ts';
import { wordIn } from './pipeline.templates.ts';

export type OptionList = 'lost_reason' | 'heard_from_option';

const COLUMNS: Readonly<Record<OptionList, Sql>> = {
  lost_reason: raw('key, label, null as channel, archived_at is not null as archived'),
  heard_from_option: raw('key, label, channel, archived_at is not null as archived'),
};
/** Those the product knows itself: always there, named in the catalogues. */
const KNOWN: Readonly<Record<OptionList, readonly string[]>> = { lost_reason: LOST_REASONS, heard_from_option: [] };

@Injectable()
export class Options {
  constructor(
    private readonly scope: RegionScope,
    private readonly channels: ChannelService,
  ) {}

  /** The known ones, then the region's own in their order, archived ones included. */
  async list(list: OptionList): Promise<Option[]> {
    const own = await this.scope.rows<Option>(sql`
      select ${COLUMNS[list]} from ${raw(list)} where region_id = ${this.scope.here.regionId} order by position, key`);
    return [...KNOWN[list].map((key) => ({ key, label: null, channel: null, archived: false })), ...own];
  }

  /**
   * Adds one at the end.
   * @throws Conflict `option_exists` at `label`, Unprocessable `unknown_channel` or `no_channel` at `channel`
   */
  async add(list: OptionList, { label, channel }: OptionInput): Promise<Option> {
    const { regionId } = this.scope.here;
    if (channel && list === 'lost_reason') throw new Unprocessable('no_channel', 'channel', 'A reason has no channel');
    if (channel) await this.channels.mustBeThere([channel], () => 'channel');
    await this.scope.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`${list} ${regionId}`}, 0))`);
    const present = await this.list(list);
    if (present.some((option) => option.label?.toLowerCase() === label.toLowerCase())) {
      throw new Conflict('option_exists', 'label', 'There is such an option already');
    }
    const option = {
      key: keyOf(label, new Set(present.map(({ key }) => key)), 'option'),
      label,
      channel: channel ?? null,
      archived: false,
    };
    await this.scope.rows(
      list === 'lost_reason'
        ? sql`insert into lost_reason (region_id, key, label, position) values (${regionId}, ${option.key}, ${label}, ${present.length + 1})`
        : sql`insert into heard_from_option (region_id, key, label, channel, position)
              values (${regionId}, ${option.key}, ${label}, ${option.channel}, ${present.length + 1})`,
    );
    return option;
  }

  /** Offers it no longer, or again; leads that name it keep it. @throws NotFound, Conflict `known_option` */
  async setArchived(list: OptionList, key: string, archived: boolean): Promise<Option> {
    if (KNOWN[list].includes(key)) throw new Conflict('known_option', undefined, 'The known ones are always there');
    const row = await this.scope.row<Option>(sql`
      update ${raw(list)} set archived_at = case when ${archived} then coalesce(archived_at, now()) end
      where region_id = ${this.scope.here.regionId} and key = ${key} returning ${COLUMNS[list]}`);
    if (!row) throw new NotFound('This option');
    return row;
  }

  /** Lets only options of 'How did you hear of us?' pass, archived ones too. @throws Unprocessable `unknown_option` at its place */
  async mustKnowHeardFrom(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const known = new Set((await this.list('heard_from_option')).map(({ key }) => key));
    const unknown = keys.findIndex((key) => !known.has(key));
    if (unknown >= 0) throw new Unprocessable('unknown_option', `heardFrom.${unknown}`, 'There is no such option');
  }

  /** What a new region starts with. */
  addDefaults(): Promise<void> {
    const { manager, regionId, region } = this.scope.here;
    return insertMany(
      manager,
      'heard_from_option',
      { region_id: 'uuid', key: 'text', label: 'text', channel: 'text', position: 'int' },
      HEARD_FROM.map(({ key, label, channel }, at) => ({
        region_id: regionId,
        key,
        label: wordIn(label, region.locale),
        channel,
        position: at + 1,
      })),
    );
  }
}
