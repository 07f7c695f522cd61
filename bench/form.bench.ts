/** What the public form weighs with all that it loads, and how long reading and sending it take beside routes that do nothing. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import { type Ratio, ratio, sideBySide, type Times } from './measure.ts';

const WARM_UPS = 3;
/** Nobody writes quicker; see `QUICKEST_MS`. */
const PATIENCE_MS = 3_100;
/** The largest photo there may be. */
const PHOTO_BYTES = 12_288;
const LARGEST_BYTES = 30_000;

export interface FormMeasured {
  /** Of the page in Finnish, and of it with the photo of who answers. */
  readonly bytes: { readonly page: number; readonly gzip: number; readonly withPhoto: number; readonly most: number };
  /** Beside a route of the same kind of server that answers the same bytes, or a bare 303. */
  readonly read: { readonly ratio: Ratio; readonly times: readonly [Times, Times] };
  readonly send: { readonly ratio: Ratio; readonly times: readonly [Times, Times] };
}

interface Asked {
  readonly app: NestFastifyApplication;
  /** What an admin of the region sends. */
  readonly headers: Readonly<Record<string, string>>;
  /** The region's, which is its form's, too. */
  readonly slug: string;
  readonly contactPersonId: string;
  readonly runs: number;
}

export async function measureForm({ app, headers, slug, contactPersonId, runs }: Asked): Promise<FormMeasured> {
  const image = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(PHOTO_BYTES - 3)]).toString('base64');
  const url = `/api/v1/regions/${slug}/contact-persons/${contactPersonId}/photo`;
  const put = await app.inject({ method: 'PUT', url, headers, payload: { image } });
  if (put.statusCode >= 300) throw new Error(`The photo answers ${put.statusCode} ${put.body}`);
  const path = `/c/${slug}?lang=fi`;
  const page = (await app.inject({ method: 'GET', url: path })).body;
  const bare = fastify();
  bare.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => done(null, body));
  bare.get('/bare', (_, reply) => reply.type('text/html; charset=utf-8').send(page));
  bare.post('/bare', (_, reply) => reply.code(303).header('location', '/thanks').send());
  await bare.listen({ port: 0, host: '127.0.0.1' });
  await app.listen(0, '127.0.0.1');
  const [ours, theirs] = [app.getHttpServer(), bare.server].map((server) => origin(server.address()) as string) as [string, string];
  try {
    const read = await sideBySide({ form: () => reading(ours + path), bare: () => reading(`${theirs}/bare`) }, { runs, warmUps: WARM_UPS });
    const letters = await filledIn(ours + path, runs + WARM_UPS);
    const send = await sideBySide(
      { form: () => sending(ours + path, letters.pop()!), bare: () => sending(`${theirs}/bare`, new URLSearchParams({ name: 'Ville' })) },
      { runs, warmUps: WARM_UPS },
    );
    const bytes = Buffer.byteLength(page);
    return {
      bytes: { page: bytes, gzip: gzipSync(page).byteLength, withPhoto: bytes + PHOTO_BYTES, most: LARGEST_BYTES },
      read: { ratio: ratio(read.form, read.bare), times: [read.form, read.bare] },
      send: { ratio: ratio(send.form, send.bare), times: [send.form, send.bare] },
    };
  } finally {
    await bare.close();
  }
}

const origin = (address: unknown): string => `http://127.0.0.1:${(address as { port: number }).port}`;

async function reading(address: string): Promise<string> {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
  return answer.text();
}

/** As many pages as are to be sent, each its own sending, opened long enough ago. */
async function filledIn(address: string, count: number): Promise<URLSearchParams[]> {
  const letters: URLSearchParams[] = [];
  for (let at = 0; at < count; at += 1) {
    const hidden = (await reading(address)).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
    const carried = Object.fromEntries([...hidden].map(([, name, value]) => [name!, value!]));
    letters.push(
      new URLSearchParams({ ...carried, name: `Ville ${at}`, contact: `ville${at}@example.org`, intent: 'move', message: 'Hei!' }),
    );
  }
  await wait(PATIENCE_MS);
  return letters;
}

let senders = 0;
/** Each from an address of its own, so that no limit counts them together. */
async function sending(address: string, body: URLSearchParams): Promise<void> {
  senders += 1;
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': `198.51.100.${(senders % 250) + 1}` },
    body,
  });
  if (answer.status !== 303) throw new Error(`${address} answers ${answer.status}`);
  await answer.arrayBuffer();
}
