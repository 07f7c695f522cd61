/** Knows the visitors of this clock hour again, so that repeated clicks count once. In memory alone, by hashes whose salt nobody keeps. */
import { hash, randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;
/** Some 20 MB; beyond it the oldest are forgotten and would count again. */
const MOST = 200_000;

export class Repeats {
  private hour = 0;
  private salt = '';
  private readonly seen = new Set<string>();

  constructor(private readonly most = MOST) {}

  /** Whether this visitor used this link already within the clock hour of `now`; from now on she has. */
  has(linkId: string, address: string, agent: string, now: number): boolean {
    const hour = Math.floor(now / HOUR_MS);
    if (hour !== this.hour) this.begin(hour);
    const key = hash('sha1', `${this.salt}\n${linkId}\n${address}\n${agent}`, 'base64');
    if (this.seen.has(key)) return true;
    if (this.seen.size >= this.most) this.seen.delete(this.seen.values().next().value!);
    this.seen.add(key);
    return false;
  }

  private begin(hour: number): void {
    this.hour = hour;
    this.salt = randomBytes(16).toString('base64');
    this.seen.clear();
  }
}
