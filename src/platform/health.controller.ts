/** GET /health/live and /health/ready: for balancers and operators. */
import { Controller, Get, HttpException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import sql from 'sql-template-tag';
import * as z from 'zod';
import { Answers } from './answers.ts';
import { Backlog } from './backlog.ts';
import { Databases } from './databases.ts';
import { JobQueue } from './job-queue.ts';
import { MailTransport } from './mail/mail-transport.ts';
import { Public } from './public.ts';

const Check = z.enum(['up', 'down']);
export const Health = z
  .object({
    status: z.enum(['ok', 'failing']),
    /** Mail that is down is no reason to take a process away: mails wait. */
    checks: z.object({ database: Check, queue: Check, mail: z.enum(['up', 'down', 'not_configured']) }),
    /** What waits in this process for something that is away, by what it is. */
    waiting: z.record(z.string(), z.int()),
  })
  .meta({ id: 'Health' });
type Health = z.infer<typeof Health>;

const TIMEOUT_MS = 3000;
const within = <T>(work: Promise<T>) =>
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new HttpException('late', 503)), TIMEOUT_MS).unref())]);

@Controller('health')
@Public()
export class HealthController {
  constructor(
    private readonly databases: Databases,
    private readonly jobs: JobQueue,
    private readonly mail: MailTransport,
    private readonly backlog: Backlog,
  ) {}

  @Get('live')
  @Answers(z.object({ status: z.literal('ok') }).meta({ id: 'Live' }))
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Answers(Health)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const up = (work: Promise<unknown>) =>
      within(work).then(
        () => 'up' as const,
        () => 'down' as const,
      );
    const [database, queue, mail] = await Promise.all([
      up(this.databases.rows(sql`select 1`)),
      up(this.jobs.alive()),
      this.mail.configured ? up(this.mail.check()) : ('not_configured' as const),
    ]);
    const failing = database === 'down' || queue === 'down';
    if (failing) reply.status(503);
    return { status: failing ? 'failing' : 'ok', checks: { database, queue, mail }, waiting: this.backlog.all() };
  }
}
