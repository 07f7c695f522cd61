/** The open inboxes of this process: each hears of the leads that it shows, whoever changed them in whichever process. */
import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { Admission } from '../access/admission.ts';
import { Broadcasts, type News } from '../platform/broadcasts.ts';
import { TooMany } from '../platform/problem.ts';
import { contextOf } from '../platform/request-context.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { InboxStream } from './inbox-stream.ts';
import { Visibility } from './visibility.ts';

const MOST_STREAMS = 1000;
/** Windows that one reader may have open; one more ends the oldest. */
const MOST_OF_ONE = 6;
const BEAT_MS = 25_000;
/** News that come together are told together. */
const GATHER_MS = 150;
const RETRY_AFTER_S = 60;

@Injectable()
export class InboxEvents implements BeforeApplicationShutdown {
  private readonly log = new Logger('Inbox');
  private readonly streams = new Set<InboxStream>();
  private listening: Promise<void> | undefined;
  private beating: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly broadcasts: Broadcasts,
    private readonly admission: Admission,
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
  ) {}

  /**
   * Keeps this request open and writes into it what changes. No transaction and no connection to the database is held meanwhile.
   * @throws TooMany when this process has as many as it can serve
   */
  async open(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (this.streams.size >= MOST_STREAMS) throw new TooMany(RETRY_AFTER_S);
    this.listening ??= this.broadcasts.hear((news) => this.heed(news));
    await this.listening;
    const { region, actor } = contextOf(request)!;
    const reader = `${region!.id} ${actor.userId}`;
    const hers = [...this.streams].filter((stream) => stream.reader === reader);
    for (const oldest of hers.slice(0, Math.max(0, hers.length - MOST_OF_ONE + 1))) this.close(oldest);
    const stream = InboxStream.open(request, reply, region!, reader);
    this.streams.add(stream);
    stream.whenClosed(() => this.streams.delete(stream));
    this.beating ??= setInterval(() => this.beat(), BEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.beating);
    clearTimeout(this.gathering);
    for (const stream of this.streams) stream.drop();
  }

  private heed({ regionId, ids }: News): void {
    for (const stream of this.streams) if (regionId === null || stream.region.id === regionId) stream.heed(ids);
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.telling = this.telling.then(() => this.tellAll());
    }, GATHER_MS).unref();
  }

  /** One stream after the other, so that many open inboxes never take the database from those who work. */
  private async tellAll(): Promise<void> {
    for (const stream of this.streams) {
      const ids = stream.take();
      if (ids !== undefined) await this.tell(stream, ids).catch((error: unknown) => this.log.error(error));
    }
  }

  private async tell(stream: InboxStream, ids: readonly string[] | null): Promise<void> {
    const admitted = await this.admission.again(stream.request, stream.region.slug, 'lead.read');
    if (!admitted) return this.close(stream);
    if (ids === null) return stream.tell(null);
    const leads = await this.scope.run(admitted.region, admitted.actor, () => this.seen(ids));
    if (leads.length > 0) stream.tell(leads);
  }

  /** Those that she sees, and those that she saw until a moment ago: they leave her inbox. */
  private async seen(ids: readonly string[]): Promise<string[]> {
    const { standsFor, partnerOwners, seesInbox, contactPersonId } = await this.visibility.sight();
    const rows = await this.scope.rows<{ id: string }>(sql`
      select l.id from lead l join journey j on j.region_id = l.region_id and j.lead_id = l.id
      where l.region_id = ${this.scope.here.regionId} and l.id = any(${ids}::uuid[]) and (${await this.visibility.condition()}
        or exists (
          select from owner_change o join person p on p.region_id = l.region_id and p.id = l.person_id
          where o.region_id = l.region_id and o.lead_id = l.id and o.at > now() - interval '1 minute'
            and (o.from_id = ${contactPersonId}::uuid or not p.protected
                 and (o.from_id = any(${[...standsFor, ...partnerOwners]}::uuid[]) or o.from_id is null and o.at > l.created_at and ${seesInbox}::boolean))))`);
    return rows.map(({ id }) => id);
  }

  /** Keeps the connections alive, and ends those of who has signed out. */
  private beat(): void {
    for (const stream of this.streams) stream.beat();
    this.telling = this.telling.then(async () => {
      for (const stream of this.streams) {
        const admitted = await this.admission.again(stream.request, stream.region.slug, 'lead.read').catch(() => null);
        if (admitted === undefined) this.close(stream);
      }
    });
  }

  private close(stream: InboxStream): void {
    this.streams.delete(stream);
    stream.end();
  }
}
