/** Checks what an activity refers to: channel, partner, programme and its work package. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { ChannelService } from '../region/channel.service.ts';
import { PartnerService } from '../region/partner.service.ts';
import type { ActivityRow } from './activity.store.ts';

@Injectable()
export class ActivityReferences {
  constructor(
    private readonly scope: RegionScope,
    private readonly channels: ChannelService,
    private readonly partners: PartnerService,
  ) {}

  /**
   * Lets an activity pass whose references fit; of one that is changed only what is other than in `before`.
   * @throws Unprocessable `unknown_channel`, `unknown_partner`, `unknown_programme`, `unknown_work_package`, `not_of_this_programme`
   */
  async mustFit(row: ActivityRow, before?: ActivityRow): Promise<void> {
    if (row.channel !== before?.channel) await this.channels.mustBeThere([row.channel], () => 'channel');
    if (row.partnerId && row.partnerId !== before?.partnerId) await this.partners.mustBeThere([row.partnerId], () => 'partnerId');
    if (row.programmeId !== before?.programmeId || row.workPackageId !== before?.workPackageId) await this.programmeMustFit(row);
  }

  /** The channels of a campaign's parts. @throws Unprocessable `unknown_channel` */
  partsMustFit(channels: readonly string[]): Promise<void> {
    return this.channels.mustBeThere(channels, (at) => `parts.${at}.channel`);
  }

  /** The programme that a work package belongs to; null when there is no such work package. */
  async programmeOf(workPackageId: string): Promise<string | null> {
    const row = await this.scope.row<{ programmeId: string }>(sql`
      select programme_id as "programmeId" from work_package where region_id = ${this.scope.here.regionId} and id = ${workPackageId}`);
    return row?.programmeId ?? null;
  }

  private async programmeMustFit({ programmeId, workPackageId }: ActivityRow): Promise<void> {
    if (programmeId) {
      const row = await this.scope.row(sql`select 1 from programme where region_id = ${this.scope.here.regionId} and id = ${programmeId}`);
      if (!row) throw new Unprocessable('unknown_programme', 'programmeId', 'There is no such programme here');
    }
    if (!workPackageId) return;
    const belongsTo = await this.programmeOf(workPackageId);
    if (!belongsTo) throw new Unprocessable('unknown_work_package', 'workPackageId', 'There is no such work package here');
    if (belongsTo !== programmeId)
      throw new Unprocessable('not_of_this_programme', 'workPackageId', 'This work package belongs to another programme');
  }
}
