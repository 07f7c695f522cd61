/** The ticket in a form's page: which sending it is, and when the page was made; signed, so that it can't be made elsewhere. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../platform/id.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';

/** Nobody writes quicker than this. */
export const QUICKEST_MS = 3_000;
/** After this the page is asked to be sent once more. */
export const OLDEST_MS = 24 * 3_600_000;

export interface Ticket {
  /** Of the sending: the same one for ever, however often it comes. */
  readonly id: string;
  readonly madeAt: Date;
}

const UUID_BYTES = 16;
const BODY_BYTES = UUID_BYTES + 6;
const MAC_BYTES = 16;

@Injectable()
export class FormTickets {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** A new one for this form; or one that is known, written again. */
  issue(formId: string, now = new Date(Date.now()), id: string = newId()): string {
    const body = Buffer.alloc(BODY_BYTES);
    body.write(id.replaceAll('-', ''), 0, 'hex');
    body.writeUIntBE(now.getTime(), UUID_BYTES, 6);
    return Buffer.concat([body, this.mac(formId, body)]).toString('base64url');
  }

  /** Undefined when it is none of ours for this form. */
  read(formId: string, text: string): Ticket | undefined {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length !== BODY_BYTES + MAC_BYTES) return undefined;
    const body = bytes.subarray(0, BODY_BYTES);
    if (!timingSafeEqual(bytes.subarray(BODY_BYTES), this.mac(formId, body))) return undefined;
    const id = body.toString('hex', 0, UUID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { id, madeAt: new Date(body.readUIntBE(UUID_BYTES, 6)) };
  }

  private mac(formId: string, body: Buffer): Buffer {
    return createHmac('sha256', this.settings.sessionSecret).update(`form ${formId}\n`).update(body).digest().subarray(0, MAC_BYTES);
  }
}
