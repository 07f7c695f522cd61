/** The connections: the application's pool, which owns nothing, and the one reports read from. */
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** The role that owns nothing: without a region it sees no row of one. */
export const APP_ROLE = 'suppilo_app';

// Days stay text, counts and cents are numbers (all below 2^53).
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Statements of one region are short, and many run at once: compiling them or starting helpers for one takes longer than it saves. */
export const SHORT_STATEMENTS = '-c jit=off -c max_parallel_workers_per_gather=0';

const options = (url: string, max: number, readOnly: boolean): DataSourceOptions => ({
  type: 'postgres',
  url,
  applicationName: 'suppilo',
  poolSize: max,
  installExtensions: false,
  logging: false,
  extra: {
    options: `-c role=${APP_ROLE} ${SHORT_STATEMENTS} -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000${readOnly ? ' -c default_transaction_read_only=on' : ''}`,
    connectionTimeoutMillis: 10_000,
  },
});

/** The application's pool. */
export const appDataSource = (url: string, max = 12): DataSource => new DataSource(options(url, max, false));
/** The pool of the reports; a read replica where the operator names one. */
export const reportingDataSource = (url: string, max = 6): DataSource => new DataSource(options(url, max, true));
