/** A write that carries an `Idempotency-Key` has its effect once; a repeat within a day gets the same answer. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { Malformed, Unprocessable } from './problem.ts';
import { RegionScope } from './region-scope.ts';

/** Keys are forgotten after this many hours. */
export const IDEMPOTENCY_HOURS = 24;

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest();

@Injectable()
export class Idempotency {
  constructor(private readonly scope: RegionScope) {}

  /** Runs `work`, or gives the answer it had. The key stands in the same transaction as the effect. */
  async once(request: FastifyRequest, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    const key = request.headers['idempotency-key'];
    const { regionId, actorId } = this.scope.here;
    if (request.method !== 'POST' || key === undefined || !actorId) return work();
    if (typeof key !== 'string' || key.length < 8 || key.length > 200) {
      throw new Malformed('wrong_idempotency_key', 'Idempotency-Key', 'An Idempotency-Key has 8 to 200 characters');
    }
    const keyHash = digest('key', key);
    const requestHash = digest(request.url, JSON.stringify(request.body ?? null));
    const [begun] = await this.scope.rows(sql`
      insert into idempotency_key (region_id, actor_id, key_hash, request_hash) values (${regionId}, ${actorId}, ${keyHash}, ${requestHash})
      on conflict do nothing returning 1`);
    if (!begun) return this.repeat(keyHash, requestHash, key, reply);
    const answer = await work();
    await this.scope.rows(sql`
      update idempotency_key set status = ${reply.statusCode}, answer = ${seal(answer, key)}
      where region_id = ${regionId} and actor_id = ${actorId} and key_hash = ${keyHash}`);
    return answer;
  }

  private async repeat(keyHash: Buffer, requestHash: Buffer, key: string, reply: FastifyReply): Promise<unknown> {
    const { regionId, actorId } = this.scope.here;
    const row = await this.scope.row<{ request_hash: Buffer; status: number; answer: Buffer }>(sql`
      select request_hash, status, answer from idempotency_key
      where region_id = ${regionId} and actor_id = ${actorId} and key_hash = ${keyHash}`);
    if (!row?.request_hash.equals(requestHash)) {
      throw new Unprocessable('idempotency_key_reused', 'Idempotency-Key', 'This key was used for another request');
    }
    reply.header('idempotent-replayed', 'true');
    return open(row.answer, key);
  }
}

/** An answer may name a person, and nothing outside of `person` and notes may keep that: only who holds the key can read it. */
function seal(answer: unknown, key: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', digest('seal', key), nonce);
  return Buffer.concat([nonce, cipher.update(JSON.stringify(answer ?? null), 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function open(sealed: Buffer, key: string): unknown {
  const decipher = createDecipheriv('aes-256-gcm', digest('seal', key), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString());
}
