/** What waits to be done because something it needs is away: counts for operators, told by /health/ready. */
import { Injectable } from '@nestjs/common';

@Injectable()
export class Backlog {
  private readonly counts = new Map<string, () => number>();

  /** Says how many of `what` wait in this process. */
  watch(what: string, count: () => number): void {
    this.counts.set(what, count);
  }

  /** How many wait, by what they are. */
  all(): Record<string, number> {
    return Object.fromEntries([...this.counts].map(([what, count]) => [what, count()]));
  }
}
