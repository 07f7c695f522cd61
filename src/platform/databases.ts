/** Opens the pools when the application starts and closes them when it stops. */
import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { appDataSource, reportingDataSource } from './database.ts';

@Injectable()
export class Databases implements OnApplicationShutdown {
  private constructor(
    /** The application's pool: owns nothing, sees no region's row outside a scope. */
    readonly app: DataSource,
    /** Where reports read. */
    readonly reporting: DataSource,
  ) {}

  static async open(url: string, reportingUrl: string | undefined): Promise<Databases> {
    const app = await appDataSource(url).initialize();
    return new Databases(app, reportingUrl ? await reportingDataSource(reportingUrl).initialize() : app);
  }

  /** Rows of a global table, outside any region. */
  async rows<T>(statement: Sql): Promise<T[]> {
    const runner = this.app.createQueryRunner();
    try {
      return (await runner.query(statement.text, statement.values, true)).records;
    } finally {
      await runner.release();
    }
  }

  async row<T>(statement: Sql): Promise<T | undefined> {
    return (await this.rows<T>(statement))[0];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.app.destroy();
    if (this.reporting !== this.app) await this.reporting.destroy();
  }
}
