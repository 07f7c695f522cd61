/** Visitors of public forms, as browsers without scripts are: they read a page, fill in what it asks, and send it. */
import type { TestApp } from '../app.ts';

export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** One visitor; her own address, so that limits count her alone. */
export class Visitor {
  private static last = 0;
  private readonly address: string;

  constructor(private readonly app: TestApp) {
    Visitor.last += 1;
    this.address = `198.51.${Math.floor(Visitor.last / 250)}.${(Visitor.last % 250) + 1}`;
  }

  async open(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.fetch(path, { headers });
  }

  /** Sends a form's page that was opened a while ago; what the page carries goes along. */
  async send(path: string, fields: Record<string, string>, { page, waited = 10 }: { page?: Seen; waited?: number } = {}): Promise<Seen> {
    const opened = page ?? (await this.open(path));
    const carried = hiddenFields(opened.text);
    const body = new URLSearchParams({ ...carried, ...fields });
    return this.app.later(waited, () => this.post(path, body));
  }

  /** Sends whatever it is told to, now. */
  post(path: string, body: URLSearchParams | string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: body.toString(),
    });
  }

  private async fetch(path: string, { headers, ...rest }: RequestInit & { headers: Record<string, string> }): Promise<Seen> {
    const answer = await fetch(this.app.origin + path, {
      redirect: 'manual',
      ...rest,
      headers: { 'x-forwarded-for': this.address, ...headers },
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }
}

/** What a page carries unseen. */
export function hiddenFields(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name!, value!]),
  );
}

/** The words that are wrong with a field, as the page ties them to it. */
export const wrongAt = (page: string, name: string): string | undefined => new RegExp(`id="e-${name}">([^<]*)<`).exec(page)?.[1];
