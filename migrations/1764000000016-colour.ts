/** A region's own colour, for what the public sees of it; null is the product's. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Colour1764000000016 implements MigrationInterface {
  readonly name = 'Colour1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table region add column color text check (color ~ '^#[0-9a-f]{6}$')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
