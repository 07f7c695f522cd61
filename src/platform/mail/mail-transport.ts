/** The mail server: takes one mail at a time, and says why it does not. */
import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { SETTINGS, type Settings } from '../settings.ts';

/** A mail as it goes out. Addresses and words are data: nothing in them becomes a header of its own. */
export interface Outgoing {
  readonly id: string;
  readonly fromName: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly replyTo: string | null;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Written by the product: holiday notices of the other side are not wanted. */
  readonly automatic: boolean;
}

/** Why a mail was not taken: a code without any address in it, and whether to try again. */
export class NotTaken extends Error {
  constructor(
    readonly code: string,
    readonly forGood: boolean,
  ) {
    super(code);
  }
}

const CONNECT_MS = 10_000;
/** All of one mail, however slowly the server talks; below the time a mail is claimed for. */
export const SEND_MS = 60_000;
/** A balancer asks every few seconds; the mail server is asked at most this often. */
const CHECK_MS = 60_000;

@Injectable()
export class MailTransport {
  private readonly server: ReturnType<typeof connect> | undefined;
  private checked: { readonly at: number; readonly answer: Promise<unknown> } | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.server = settings.smtpUrl ? connect(settings.smtpUrl) : undefined;
  }

  get configured(): boolean {
    return this.server !== undefined;
  }

  /** @throws Error when the server does not answer; asked at most once a minute */
  async check(): Promise<void> {
    if (!this.checked || Date.now() - this.checked.at > CHECK_MS) {
      const answer = this.server?.verify() ?? Promise.reject(new Error('not configured'));
      answer.catch(() => {});
      this.checked = { at: Date.now(), answer };
    }
    await this.checked.answer;
  }

  /** Resolves once the server has taken the mail. @throws NotTaken */
  async send(mail: Outgoing): Promise<void> {
    const { mailFrom } = this.settings;
    try {
      await this.server!.sendMail({
        from: { name: plain(mail.fromName), address: mailFrom },
        to: { name: plain(mail.to.name), address: plain(mail.to.email) },
        ...(mail.replyTo ? { replyTo: { name: plain(mail.fromName), address: plain(mail.replyTo) } } : {}),
        subject: plain(mail.subject),
        text: mail.text,
        ...(mail.html ? { html: mail.html } : {}),
        // The same at every attempt: a mail that was taken twice can be told.
        messageId: `<${mail.id}@${mailFrom.split('@')[1]}>`,
        headers: {
          'Content-Language': mail.language,
          ...(mail.automatic ? { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } : {}),
        },
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(SEND_MS),
      });
    } catch (error) {
      throw reasonOf(error as Failure);
    }
  }
}

const connect = (url: string) =>
  createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SEND_MS,
    logger: false,
  });

/** One line: a name or a subject ends where a header would. */
const plain = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

interface Failure {
  readonly code?: string;
  readonly name?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** The server's own words name addresses, so only its status is told. A wrong password or sender is ours to set right: the mail waits. */
function reasonOf({ code, name, responseCode, command }: Failure): NotTaken {
  const said = responseCode ? `SMTP ${responseCode}${command ? ` (${command})` : ''}` : (code ?? name ?? 'unknown');
  const ours = code === 'EAUTH' || command === 'MAIL FROM';
  return new NotTaken(said, (responseCode ?? 0) >= 500 && !ours);
}
