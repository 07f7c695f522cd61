/** Hashes and checks passwords with argon2id (OWASP's parameters: 19 MiB, two passes). */
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

@Injectable()
export class Passwords {
  private dummy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Takes as long for an unknown user as for a known one. */
  async verify(known: string | null | undefined, password: string): Promise<boolean> {
    this.dummy ??= this.hash('nobody has this');
    const right = await verify(known ?? (await this.dummy), password).catch(() => false);
    return right && Boolean(known);
  }

  /** A first password that can be read out: four groups of four, 79 bits. */
  readable(): string {
    const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
    return [group(), group(), group(), group()].join('-');
  }
}
