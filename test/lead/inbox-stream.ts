/** An open inbox as a browser's EventSource would hold it: what it was told so far, and waiting for more. */
import { get, type IncomingMessage } from 'node:http';
import type { RegionInStory } from '../story.ts';

const PATIENCE_MS = 10_000;

export class StreamInStory {
  readonly events: { leads: string[] | null }[] = [];
  /** How it ended: for good, or because the connection broke off. */
  over: 'end' | 'broken' | undefined;
  private text = '';
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly answer: IncomingMessage) {
    answer.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk));
    answer.on('error', () => undefined).on('close', () => this.finish());
  }

  /** Opens the stream of who holds this cookie, on a connection of its own. @throws Error with the status when it is refused */
  static async open(region: RegionInStory, cookie: string): Promise<StreamInStory> {
    const address = `${region.story.app.origin}/api/v1${region.path('/inbox/events')}`;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(address, { headers: { cookie }, agent: false }, resolve).on('error', reject);
    });
    if (answer.statusCode === 200) return new StreamInStory(answer);
    answer.destroy();
    throw new Error(String(answer.statusCode));
  }

  close(): void {
    this.answer.destroy();
  }

  /** All leads named so far. */
  get leads(): string[] {
    return this.events.flatMap(({ leads }) => leads ?? []);
  }

  /** Resolves once what is hoped for holds; fails when nothing comes for long. */
  until(hoped: (stream: this) => boolean): Promise<void> {
    if (hoped(this)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nothing came but ${JSON.stringify(this.events)}`)), PATIENCE_MS);
      const look = () => {
        if (!hoped(this)) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
    });
  }

  private finish(): void {
    this.over ??= 'broken';
    for (const look of [...this.waiting]) look();
  }

  private take(chunk: string): void {
    this.text += chunk;
    const messages = this.text.split('\n\n');
    this.text = messages.pop()!;
    for (const message of messages) {
      if (message.startsWith('event: end')) this.over = 'end';
      else if (message.startsWith('data: ')) this.events.push(JSON.parse(message.slice(6)));
    }
    for (const look of [...this.waiting]) look();
  }
}
