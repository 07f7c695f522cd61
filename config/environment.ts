/** The settings, read and checked once: nothing else reads the environment. */
import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import * as z from 'zod';

const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must be an address that starts with ${protocols.join(':// or ')}://`,
  });

/** Proxies that may say whom they speak for: names of ranges, addresses or networks. */
const Proxies = z
  .string()
  .refine(
    (text) =>
      /^(true|false)$/.test(text) ||
      text.split(',').every((part) => {
        const [address = '', bits, ...rest] = part.trim().split('/');
        if (['loopback', 'linklocal', 'uniquelocal'].includes(address)) return bits === undefined;
        const most = isIP(address) === 6 ? 128 : 32;
        return isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
      }),
    'must be true, false, or addresses and networks with commas between them',
  )
  .transform((text) => (text === 'true' ? true : text === 'false' ? false : text));

const Environment = z.object({
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url('http', 'https').optional(),
  TRUST_PROXY: Proxies.default('loopback,linklocal,uniquelocal'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  REPORTING_DATABASE_URL: url('postgres', 'postgresql').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.email({ error: 'must be an e-mail address' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
});

/** What the environment may set. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The address people use, when it is not the request's own host. */
  readonly publicUrl: string | undefined;
  /** Whose word counts about where a request comes from (`X-Forwarded-For`). */
  readonly trustProxy: boolean | string;
  /** Absolute path; holds the embedded database and the session secret. */
  readonly dataDir: string;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly reportingDatabaseUrl: string | undefined;
  /** Absent: the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Absent: mails are kept, and the product says so. */
  readonly smtpUrl: string | undefined;
  /** The address mails come from. */
  readonly mailFrom: string;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  /** Absent: made at the first start and kept in the data folder. */
  readonly sessionSecret: string | undefined;
}

/** A setting that cannot be used; its message is one line for the operator. */
export class WrongSetting extends Error {}

/**
 * The settings in `env`; empty strings count as not set.
 * @throws WrongSetting naming each wrong setting
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(given);
  if (!read.success) throw new WrongSetting(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const { DATA_DIR, ...rest } = read.data;
  return {
    port: rest.PORT,
    host: rest.HOST,
    publicUrl: rest.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: rest.TRUST_PROXY,
    dataDir: isAbsolute(DATA_DIR) ? DATA_DIR : resolve(DATA_DIR),
    databaseUrl: rest.DATABASE_URL,
    reportingDatabaseUrl: rest.REPORTING_DATABASE_URL,
    redisUrl: rest.REDIS_URL,
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM ?? senderOf(rest.SMTP_URL, rest.PUBLIC_URL),
    logLevel: rest.LOG_LEVEL,
    sessionSecret: rest.SESSION_SECRET,
  };
}

/** The address of the mail account where its user is one; else one of the host that people use. */
function senderOf(smtpUrl: string | undefined, publicUrl: string | undefined): string {
  const user = smtpUrl && decodeURIComponent(new URL(smtpUrl).username);
  if (z.email().safeParse(user).success) return user!;
  return `suppilo@${publicUrl ? new URL(publicUrl).hostname : 'localhost'}`;
}
