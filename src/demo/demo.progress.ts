/** How far the loading of the demo has come, for who waits: written beside its transaction, which nobody sees into. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Databases } from '../platform/databases.ts';

const EVERY_MS = 150;

@Injectable()
export class DemoProgress {
  private done = 0;
  private told = 0;

  constructor(private readonly databases: Databases) {}

  async begin(total: number): Promise<void> {
    this.done = 0;
    await this.databases.rows(sql`
      insert into demo_loading (done, total) values (0, ${total}) on conflict (id) do update set done = 0, total = excluded.total, started_at = now()`);
  }

  /** One more piece is there. */
  async step(): Promise<void> {
    this.done += 1;
    if (Date.now() - this.told < EVERY_MS) return;
    this.told = Date.now();
    await this.databases.rows(sql`update demo_loading set done = ${this.done}`);
  }

  async end(): Promise<void> {
    await this.databases.rows(sql`delete from demo_loading`);
  }
}
