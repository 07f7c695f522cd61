/** A real SMTP server for tests: keeps what it took, and refuses or dawdles when it is told to. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Arrived {
  readonly to: string;
  readonly mail: ParsedMail;
  readonly raw: string;
}

/** What the server says to the next mail instead of taking it; `hang` reads it and does not answer until `wake`. */
export type Refusal = { readonly code: number; readonly at: 'RCPT' | 'DATA' } | 'hang';

export class MailServer {
  readonly arrived: Arrived[] = [];
  private readonly refusals: Refusal[] = [];
  private forAll: Refusal | undefined;
  private waiting: (() => void)[] = [];
  private hanging: (() => void)[] = [];
  attempts = 0;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      closeTimeout: 100,
      onRcptTo: (_address, _session, callback) => callback(self.refusal('RCPT')),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void self.read(Buffer.concat(chunks), session.envelope.rcptTo[0]?.address ?? '', callback));
      },
    });
    const self = new MailServer(server);
    server.on('error', () => {});
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return self;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Refuses the next mail; several calls, several mails. */
  refuseNext(refusal: Refusal): void {
    this.refusals.push(refusal);
  }

  /** Refuses every mail from now on, or none any more. */
  refuseAll(refusal: Refusal | undefined): void {
    this.forAll = refusal;
  }

  /** Resolves once a mail has arrived for each of these addresses. */
  hasFor(...addresses: string[]): Promise<void> {
    return this.until(() => addresses.every((address) => this.for(address).length > 0));
  }

  /** Resolves once so many mails have been tried in all, taken or not. */
  wasTried(count: number): Promise<void> {
    return this.until(() => this.attempts >= count);
  }

  /** Refuses the mails that hang. */
  wake(): void {
    for (const refuse of this.hanging.splice(0)) refuse();
  }

  /** What arrived for this address. */
  for(address: string): Arrived[] {
    return this.arrived.filter(({ to }) => to === address);
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private async until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private refusal(at: 'RCPT' | 'DATA'): Error | null {
    const next = this.forAll ?? this.refusals[0];
    if (!next || next === 'hang' || next.at !== at) return null;
    if (!this.forAll) this.refusals.shift();
    if (at === 'RCPT') this.tried();
    return Object.assign(new Error('Not now'), { responseCode: next.code });
  }

  private async read(raw: Buffer, to: string, callback: (error?: Error | null) => void): Promise<void> {
    if ((this.forAll ?? this.refusals[0]) === 'hang') {
      if (!this.forAll) this.refusals.shift();
      this.hanging.push(() => callback(Object.assign(new Error('Too late'), { responseCode: 550 })));
      this.tried();
      return;
    }
    const refused = this.refusal('DATA');
    if (!refused) this.arrived.push({ to, mail: await simpleParser(raw), raw: raw.toString('utf8') });
    callback(refused);
    this.tried();
  }

  private tried(): void {
    this.attempts += 1;
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }
}
