/** Sends the mails that wait: claimed first, so that no two processes send one; tried again until it is taken or given up. */
import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { JobQueue } from '../job-queue.ts';
import { NOBODY, RegionDirectory } from '../region-directory.ts';
import { type RegionFacts, RegionScope } from '../region-scope.ts';
import { SendMail, SweepMails } from './mail.job.ts';
import { MailTransport, NotTaken, type Outgoing } from './mail-transport.ts';

/** Minutes until the next attempt, after the first, the second … failure; after the last the mail has failed. About two days in all. */
const WAIT_MINUTES = [1, 5, 15, 60, 180, 360, 720, 1440] as const;
/** How long a claim holds: whoever died with it is followed by another after that. */
const CLAIM_MINUTES = 5;
/** Mails of one region that one sweep takes up again. */
const SWEPT = 200;

interface Claimed extends Omit<Outgoing, 'to'> {
  readonly toName: string;
  readonly toEmail: string;
  /** This one included. */
  readonly attempts: number;
}

@Injectable()
export class MailDelivery implements OnModuleInit {
  private readonly log = new Logger('Mail');

  constructor(
    private readonly jobs: JobQueue,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly transport: MailTransport,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(SendMail, ({ regionId, mailId }) => this.deliver(regionId, mailId));
    this.jobs.handle(SweepMails, () => this.sweep());
  }

  /** Sends one mail, unless it is sent, is being sent, or was emptied. No transaction is open while the server is talked to. */
  async deliver(regionId: string, mailId: string): Promise<void> {
    const region = await this.regions.find(regionId);
    if (!region || !this.transport.configured) return;
    const claimed = await this.within(region, () => this.claim(mailId));
    if (!claimed) return;
    const { toName, toEmail, attempts, ...mail } = claimed;
    try {
      await this.transport.send({ ...mail, to: { name: toName, email: toEmail } });
    } catch (error) {
      const reason = error instanceof NotTaken ? error : new NotTaken('unexpected', false);
      this.log.warn(`${mailId} was not taken: ${reason.code}`);
      await this.within(region, () => this.notTaken(mailId, attempts, reason));
      return;
    }
    await this.within(region, () => this.taken(mailId));
  }

  /** Enqueues what is due and not claimed; what was enqueued is left alone for a while. What was emptied is not sent any more. */
  async sweep(): Promise<void> {
    if (!this.transport.configured) return;
    for (const region of await this.regions.all()) {
      const due = await this.within(region, () =>
        this.scope.rows<{ id: string }>(sql`
          with emptied as (
            update mail set state = 'failed', last_error = 'emptied', due_at = null
            where region_id = ${region.id} and state = 'waiting' and due_at <= now() and (to_email is null or subject is null or text is null))
          update mail set due_at = now() + make_interval(mins => ${CLAIM_MINUTES})
          where region_id = ${region.id} and to_email is not null and subject is not null and text is not null and id in (
            select id from mail where region_id = ${region.id} and state = 'waiting' and due_at <= now()
            order by due_at limit ${SWEPT} for update skip locked)
          returning id`),
      );
      for (const { id } of due) await this.jobs.enqueue(SendMail, { regionId: region.id, mailId: id });
    }
  }

  private within<T>(region: RegionFacts, work: () => Promise<T>): Promise<T> {
    return this.scope.run(region, NOBODY, work);
  }

  private claim(mailId: string): Promise<Claimed | undefined> {
    const { regionId } = this.scope.here;
    return this.scope.row<Claimed>(sql`
      update mail set attempts = attempts + 1, claimed_until = now() + make_interval(mins => ${CLAIM_MINUTES}),
                      due_at = now() + make_interval(mins => ${CLAIM_MINUTES})
      where region_id = ${regionId} and id = ${mailId} and state = 'waiting' and (claimed_until is null or claimed_until < now())
        and to_email is not null and subject is not null and text is not null
      returning id, coalesce(from_name, '') as "fromName", coalesce(to_name, '') as "toName", to_email as "toEmail", reply_to as "replyTo",
                language, subject, text, html, automatic, attempts`);
  }

  private async taken(mailId: string): Promise<void> {
    await this.scope.rows(sql`
      update mail set state = 'sent', sent_at = now(), claimed_until = null, due_at = null, last_error = null
      where region_id = ${this.scope.here.regionId} and id = ${mailId}`);
  }

  /** Tells nothing any more when another took the mail up meanwhile. */
  private async notTaken(mailId: string, attempts: number, { code, forGood }: NotTaken): Promise<void> {
    const { regionId } = this.scope.here;
    const mine = sql`region_id = ${regionId} and id = ${mailId} and state = 'waiting' and attempts = ${attempts}`;
    const wait = forGood ? undefined : WAIT_MINUTES[attempts - 1];
    await this.scope.rows(
      wait === undefined
        ? sql`update mail set state = 'failed', last_error = ${code}, claimed_until = null, due_at = null where ${mine}`
        : sql`update mail set last_error = ${code}, claimed_until = null, due_at = now() + make_interval(mins => ${wait})
              where ${mine}`,
    );
  }
}
