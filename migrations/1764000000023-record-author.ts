/** Who last wrote a partner's record of processing. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordAuthor1764000000023 implements MigrationInterface {
  readonly name = 'RecordAuthor1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table processing_record add column actor_id uuid');
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
