/** Links in mails: they open one thing of one region without a sign-in, until their day. Nothing about them is stored. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from './settings.ts';

/** What a link opens: a kind of page, the region, and a row of it. */
export interface Linked {
  readonly kind: string;
  readonly regionId: string;
  readonly id: string;
}

const DAY_SECONDS = 86_400;
const UUID_BYTES = 16;
/** Region, row, and the last day as a number of days since 1970. */
const BODY_BYTES = 2 * UUID_BYTES + 4;
const MAC_BYTES = 16;

@Injectable()
export class SignedLinks {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** A token of 70 characters, good for `days` whole days. */
  token({ kind, regionId, id }: Linked, days: number, now = new Date()): string {
    const body = Buffer.alloc(BODY_BYTES);
    body.write(regionId.replaceAll('-', ''), 0, 'hex');
    body.write(id.replaceAll('-', ''), UUID_BYTES, 'hex');
    body.writeUInt32BE(Math.floor(now.getTime() / 1000 / DAY_SECONDS) + days, 2 * UUID_BYTES);
    return Buffer.concat([body, this.mac(kind, body)]).toString('base64url');
  }

  /** What the token opens; undefined when it is none of ours for this kind, or its day is over. */
  read(kind: string, token: string, now = new Date()): Linked | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== BODY_BYTES + MAC_BYTES) return undefined;
    const body = bytes.subarray(0, BODY_BYTES);
    if (!timingSafeEqual(bytes.subarray(BODY_BYTES), this.mac(kind, body))) return undefined;
    if (body.readUInt32BE(2 * UUID_BYTES) < Math.floor(now.getTime() / 1000 / DAY_SECONDS)) return undefined;
    return { kind, regionId: uuid(body.toString('hex', 0, UUID_BYTES)), id: uuid(body.toString('hex', UUID_BYTES, 2 * UUID_BYTES)) };
  }

  private mac(kind: string, body: Buffer): Buffer {
    return createHmac('sha256', this.settings.sessionSecret).update(`link ${kind}\n`).update(body).digest().subarray(0, MAC_BYTES);
  }
}

const uuid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
