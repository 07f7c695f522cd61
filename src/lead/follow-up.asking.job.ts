/** Asks persons by mail when their follow-up falls due, once ever, so that contact persons call only the silent ones. */
import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import * as z from 'zod';
import { addDays, dayOf, hourOf } from '../platform/calendar.ts';
import { defineJob, JobQueue } from '../platform/job-queue.ts';
import { letter } from '../platform/mail/letter.ts';
import { Mails } from '../platform/mail/mails.ts';
import { PublicAddress } from '../platform/public-address.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { type RegionFacts, RegionScope } from '../platform/region-scope.ts';
import { SignedLinks } from '../platform/signed-link.ts';
import { Words } from '../platform/words/words.ts';
import { type Asked, FOLLOW_UP_LINK, FollowUpsOfPersons, subjectOf } from './follow-up.person.service.ts';

export const AskFollowUps = defineJob({ name: 'follow-up.ask', payload: z.object({}), schedule: '23 * * * *' });

/** Days for which the link in the mail opens its page. */
const LINK_DAYS = 120;
/** Mails go out by day, in the region's zone. */
const HOURS = { from: 9, to: 17 };
/** What has been due for longer (old data, or switched on lately) is not asked by mail. */
const STALE_DAYS = 30;
const AT_ONCE = 200;

@Injectable()
export class FollowUpAsking implements OnModuleInit {
  private readonly log = new Logger('Follow-ups');

  constructor(
    private readonly jobs: JobQueue,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly persons: FollowUpsOfPersons,
    private readonly mails: Mails,
    private readonly words: Words,
    private readonly links: SignedLinks,
    private readonly address: PublicAddress,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(AskFollowUps, () => this.ask(new Date()));
  }

  /** Asks in every region where it is day and asking is switched on; without a mail server nobody. */
  async ask(now: Date): Promise<void> {
    if (!this.mails.configured) return;
    for (const region of await this.regions.all()) {
      const hour = hourOf(now, region.timeZone);
      if (!region.followUpsByMail || hour < HOURS.from || hour >= HOURS.to) continue;
      for (const id of await this.due(region, dayOf(now, region.timeZone))) {
        await this.scope.run(region, NOBODY, () => this.askOne(id)).catch((error: unknown) => this.log.error(error));
      }
    }
  }

  /** Whoever has no address, is protected, restricted or erased is not asked. */
  private async due(region: RegionFacts, today: string): Promise<string[]> {
    const rows = await this.scope.run(region, NOBODY, () =>
      this.scope.rows<{ id: string }>(sql`
        select f.id from follow_up f
        join lead own on own.region_id = f.region_id and own.id = f.lead_id
        join person one on one.region_id = own.region_id and one.id = own.person_id
        join person p on p.region_id = one.region_id and p.id = coalesce(one.merged_into, one.id)
        where f.region_id = ${region.id} and f.answered_at is null and f.cancelled_at is null
          and f.due_on between ${addDays(today, -STALE_DAYS)}::date and ${today}::date
          and p.email is not null and p.restricted_until is null and p.erased_at is null and own.erased_at is null
          and not p.protected and not one.protected
          and not exists (select from follow_up_request r where r.region_id = f.region_id and r.follow_up_id = f.id)
        order by f.due_on, f.id limit ${AT_ONCE}`),
    );
    return rows.map(({ id }) => id);
  }

  /** The mail and the fact that it was asked, in one transaction, with the lead held: whoever comes second finds it asked. */
  private async askOne(followUpId: string): Promise<void> {
    const { regionId } = this.scope.here;
    const asked = await this.persons.hold(followUpId);
    if (!asked?.email || asked.isClosed || asked.isAsked || asked.answer) return;
    const mailId = await this.mails.write({
      kind: 'follow_up',
      to: { name: asked.name, email: asked.email },
      ...this.written(asked),
      personId: asked.personId,
      leadId: asked.leadId,
      contactPersonId: asked.contactPerson?.id ?? null,
      replyTo: asked.contactPerson?.email ?? null,
    });
    await this.scope.rows(
      sql`insert into follow_up_request (region_id, follow_up_id, mail_id) values (${regionId}, ${followUpId}, ${mailId})`,
    );
  }

  private written(asked: Asked) {
    const { regionId } = this.scope.here;
    const { language, contactPerson, partner } = asked;
    const say = this.words.of('follow-up', language);
    const ours = this.words.of('letter', language);
    const about = subjectOf(asked);
    const page = this.address.of(`/follow-up/${this.links.token({ kind: FOLLOW_UP_LINK, regionId, id: asked.id }, LINK_DAYS)}`);
    const content = letter({
      language,
      greeting: asked.name ? ours('greeting', { name: asked.name }) : ours('greetingUnnamed'),
      paragraphs: [say(`${about}.intro`, { count: asked.months }), say('mail.how')],
      buttons: [
        { label: say(`${about}.stillHere`), url: `${page}?answer=still_here` },
        { label: say(`${about}.left`), url: `${page}?answer=left` },
        { label: say(`${about}.cameAnyway`), url: `${page}#f-cameAnyway` },
      ],
      signature: [ours('regards'), ...(contactPerson ? [contactPerson.name] : []), partner],
      footer: [say('mail.silent'), say('mail.footer', { partner })],
    });
    return { language, subject: say(`${about}.subject`), ...content };
  }
}
