/** Writes mails: a row in the same transaction as what it tells of, sent once that holds. */
import { Injectable, Logger } from '@nestjs/common';
import sql from 'sql-template-tag';
import { newId } from '../id.ts';
import { JobQueue } from '../job-queue.ts';
import { RegionScope } from '../region-scope.ts';
import type { MailKind } from './mail.schema.ts';
import { MailTransport } from './mail-transport.ts';
import { SendMail } from './mail.job.ts';

export interface NewMail {
  readonly kind: MailKind;
  readonly to: { readonly name: string; readonly email: string };
  /** Two letters; the letter's own language. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The person it goes to or is about: with her erasure its words and addresses go. */
  readonly personId?: string | null;
  /** Further persons named in it, for the same reason. */
  readonly about?: readonly string[];
  readonly leadId?: string | null;
  /** The contact person it goes to, or in whose name it is written. */
  readonly contactPersonId?: string | null;
  /** The name it comes from; the region's without it. */
  readonly fromName?: string;
  readonly replyTo?: string | null;
  /** False when somebody wrote it herself. */
  readonly automatic?: boolean;
}

@Injectable()
export class Mails {
  private readonly log = new Logger('Mails');

  constructor(
    private readonly scope: RegionScope,
    private readonly transport: MailTransport,
    private readonly jobs: JobQueue,
  ) {}

  /** Whether a mail server is set up: without one, mails are kept on the outbox page. */
  get configured(): boolean {
    return this.transport.configured;
  }

  /** Writes a mail within the open scope and answers its id; it is sent after the commit. */
  async write(mail: NewMail): Promise<string> {
    const { regionId, region } = this.scope.here;
    const id = newId();
    await this.scope.rows(sql`
      insert into mail (region_id, id, kind, person_id, about, lead_id, contact_person_id, from_name, to_name, to_email, reply_to,
                        language, subject, text, html, automatic, state, due_at)
      values (${regionId}, ${id}, ${mail.kind}, ${mail.personId ?? null}, ${mail.about ?? []}::uuid[], ${mail.leadId ?? null},
              ${mail.contactPersonId ?? null}, ${mail.fromName ?? region.name}, ${mail.to.name}, ${mail.to.email}, ${mail.replyTo ?? null},
              ${mail.language}, ${mail.subject}, ${mail.text}, ${mail.html ?? null}, ${mail.automatic ?? true},
              ${this.configured ? 'waiting' : 'kept'}, ${this.configured ? sql`now() + interval '1 minute'` : null})`);
    if (this.configured) this.sendAfterCommit(id);
    return id;
  }

  /** Nobody waits for the queue: a job that it does not take is made again by the sweep. */
  sendAfterCommit(mailId: string): void {
    const { regionId } = this.scope.here;
    this.scope.afterCommit(() => {
      this.jobs.enqueue(SendMail, { regionId, mailId }).catch((error: unknown) => this.log.warn(error));
    });
  }
}
