/** One open stream of an inbox: server-sent events that name the leads that changed. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const RECONNECT_MS = 3000;
/** Unsent bytes after which a reader counts as gone. */
const MOST_UNSENT = 64 * 1024;

export class InboxStream {
  /** What is to be told: ids of leads, or null for "look at everything anew"; empty: nothing. */
  private pending: Set<string> | null = new Set();

  private constructor(
    readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    readonly region: { readonly id: string; readonly slug: string },
    /** Who is told, or the token that is. */
    readonly reader: string,
  ) {}

  /** Takes the connection over from the framework and says that the stream has begun. */
  static open(request: FastifyRequest, reply: FastifyReply, region: { id: string; slug: string }, reader: string): InboxStream {
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(`retry: ${RECONNECT_MS}\n\n`);
    return new InboxStream(request, reply, region, reader);
  }

  whenClosed(then: () => void): void {
    this.reply.raw.once('close', then);
  }

  /** Remembers what the stream may have to tell. */
  heed(ids: readonly string[] | null): void {
    if (ids === null) this.pending = null;
    else for (const id of ids) this.pending?.add(id);
  }

  /** What was remembered since the last time; undefined when nothing was. */
  take(): readonly string[] | null | undefined {
    const { pending } = this;
    this.pending = new Set();
    return pending === null ? null : pending.size > 0 ? [...pending] : undefined;
  }

  tell(leads: readonly string[] | null): void {
    this.write(`data: ${JSON.stringify({ leads })}\n\n`);
  }

  /** A line that no client sees, so that no one between takes the silence for the end. */
  beat(): void {
    this.write(': \n\n');
  }

  /** The end, for good: the client is not to come back. */
  end(): void {
    if (!this.reply.raw.writableEnded) this.reply.raw.end('event: end\ndata: {}\n\n');
  }

  /** The process stops: the client comes back, to another or to the next one. */
  drop(): void {
    this.reply.raw.end();
  }

  private write(text: string): void {
    const { raw } = this.reply;
    if (raw.writableEnded || raw.destroyed) return;
    raw.write(text);
    if (raw.writableLength > MOST_UNSENT) raw.destroy();
  }
}
