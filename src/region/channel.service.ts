/** Channels: the known ones, and those a region adds for itself. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { keyOf } from '../platform/label-key.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { CHANNELS, type Channel, type ChannelList } from './channel.schema.ts';
import { RegionService } from './region.service.ts';

const KNOWN: ReadonlySet<string> = new Set(CHANNELS);
const COLUMNS = raw('key, label, true as own, archived_at is not null as archived');

@Injectable()
export class ChannelService {
  constructor(
    private readonly scope: RegionScope,
    private readonly regions: RegionService,
  ) {}

  /** The known channels in their order, then the region's own by label. `q` finds a part of the key or the label. */
  async list(asked: ChannelList): Promise<Page<Channel>> {
    const archived = asked.archived === 'all' ? null : asked.archived === 'true';
    const rows = await this.scope.rows<Channel & { total: number }>(sql`
      with channels as (
        select key, null as label, false as own, false as archived, place from unnest(${CHANNELS}::text[]) with ordinality known (key, place)
        union all
        select ${COLUMNS}, null from channel where region_id = ${this.scope.here.regionId})
      select key, label, own, archived, count(*) over ()::int as total from channels
      where archived = coalesce(${archived}::boolean, archived) and strpos(lower(concat(key, ' ', label)), lower(${asked.q ?? ''})) > 0
      order by place nulls last, lower(label), key limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  /** @throws Conflict `channel_exists` when this label is one already, archived or not */
  async make(label: string): Promise<Channel> {
    await this.regions.lock();
    const { regionId } = this.scope.here;
    const own = await this.scope.rows<{ key: string; same: boolean }>(sql`
      select key, lower(label) = lower(${label}) as same from channel where region_id = ${regionId}`);
    if (KNOWN.has(keyOf(label, new Set(), 'channel')) || own.some(({ same }) => same)) {
      throw new Conflict('channel_exists', 'label', 'There is such a channel already');
    }
    const key = keyOf(label, new Set([...KNOWN, ...own.map((channel) => channel.key)]), 'channel');
    const row = await this.scope.row<Channel>(sql`
      insert into channel (region_id, key, label) values (${regionId}, ${key}, ${label}) returning ${COLUMNS}`);
    return row!;
  }

  /** Offers a channel for new activities no longer; those that have it keep it. @throws NotFound, Conflict `known_channel` */
  archive(key: string): Promise<Channel> {
    return this.setArchived(key, true);
  }

  /** @throws NotFound, Conflict `known_channel` */
  restore(key: string): Promise<Channel> {
    return this.setArchived(key, false);
  }

  /**
   * Lets only channels pass that something new may use: known ones and the region's own that are not archived.
   * @param pathOf names the field of the nth key
   * @throws Unprocessable `unknown_channel`
   */
  async mustBeThere(keys: readonly string[], pathOf: (at: number) => string): Promise<void> {
    const asked = keys.filter((key) => !KNOWN.has(key));
    if (asked.length === 0) return;
    const own = await this.scope.rows<{ key: string }>(sql`
      select key from channel where region_id = ${this.scope.here.regionId} and key = any(${asked}::text[]) and archived_at is null`);
    const usable = new Set([...KNOWN, ...own.map(({ key }) => key)]);
    const missing = keys.findIndex((key) => !usable.has(key));
    if (missing >= 0) throw new Unprocessable('unknown_channel', pathOf(missing), 'There is no such channel here');
  }

  private async setArchived(key: string, archived: boolean): Promise<Channel> {
    if (KNOWN.has(key)) throw new Conflict('known_channel', undefined, 'The known channels are always there');
    const row = await this.scope.row<Channel>(sql`
      update channel set archived_at = case when ${archived} then coalesce(archived_at, now()) end
      where region_id = ${this.scope.here.regionId} and key = ${key} returning ${COLUMNS}`);
    if (!row) throw new NotFound('This channel');
    return row;
  }
}
