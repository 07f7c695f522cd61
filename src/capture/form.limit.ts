/** How often a form may be sent: by one address and in all. Addresses are kept as salted hashes, in memory, for ten minutes. */
import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 600;
/** An event's guests may share one address, and one person may need several attempts. */
const PER_ADDRESS = 30;
const PER_FORM = 600;

@Injectable()
export class FormLimits {
  private readonly salt = randomBytes(32);
  private readonly ofAddress = new RateLimiterMemory({ points: PER_ADDRESS, duration: WINDOW_SECONDS });
  private readonly ofForm = new RateLimiterMemory({ points: PER_FORM, duration: WINDOW_SECONDS });

  /** Counts a sending; the seconds to wait when it is one too many, else 0. */
  async count(address: string, formId: string): Promise<number> {
    const who = createHmac('sha256', this.salt).update(networkOf(address)).digest('base64url');
    const waits = [await waitOf(this.ofAddress, who)];
    if (waits[0] === 0) waits.push(await waitOf(this.ofForm, formId));
    return Math.max(...waits);
  }
}

async function waitOf(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** Of an IPv6 address the network: one household has more addresses than anybody could count. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const [left, right] = [head, tail].map((part) => part.split(':').filter(Boolean));
  const middle = address.includes('::') ? Array<string>(Math.max(0, 8 - left!.length - right!.length)).fill('0') : [];
  return [...left!, ...middle, ...right!].slice(0, 4).join(':');
}
