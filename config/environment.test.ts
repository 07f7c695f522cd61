/** The settings, as the start checks them. */
import { describe, expect, it } from '@jest/globals';
import { readConfig, WrongSetting } from './environment.ts';

describe('the settings', () => {
  it('have defaults', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', logLevel: 'warn', databaseUrl: undefined, redisUrl: undefined });
  });

  it('count empty strings as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', SESSION_SECRET: '', LOG_LEVEL: '' })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
      sessionSecret: undefined,
    });
  });

  it('make the data folder an absolute path', () => {
    expect(readConfig({ DATA_DIR: '/var/lib/suppilo' }).dataDir).toBe('/var/lib/suppilo');
    expect(readConfig({}).dataDir.startsWith('/')).toBe(true);
  });

  it('believe proxies of the own machine and of private networks unless told otherwise', () => {
    expect(readConfig({}).trustProxy).toBe('loopback,linklocal,uniquelocal');
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, 2001:db8::1' }).trustProxy).toBe('10.0.0.0/8, 2001:db8::1');
    expect(readConfig({ TRUST_PROXY: 'false' }).trustProxy).toBe(false);
  });

  it('drop the slash at the end of the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://suppilo.example/' }).publicUrl).toBe('https://suppilo.example');
  });

  it('take the sender from the mail account, else from the public address', () => {
    expect(readConfig({ MAIL_FROM: 'terve@alue.example' }).mailFrom).toBe('terve@alue.example');
    expect(readConfig({ SMTP_URL: 'smtps://posti%40alue.example:salasana@mail.example' }).mailFrom).toBe('posti@alue.example');
    expect(readConfig({ SMTP_URL: 'smtp://apikey:salasana@mail.example', PUBLIC_URL: 'https://alue.example' }).mailFrom).toBe(
      'suppilo@alue.example',
    );
    expect(readConfig({}).mailFrom).toBe('suppilo@localhost');
  });

  it.each([
    ['TRUST_PROXY', 'everybody'],
    ['TRUST_PROXY', '10.0.0.0/64'],
    ['PORT', 'ninety'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/suppilo'],
    ['REDIS_URL', 'localhost:6379'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'Suppilo'],
    ['PUBLIC_URL', 'suppilo.example'],
    ['LOG_LEVEL', 'loud'],
    ['SESSION_SECRET', 'short'],
  ])('refuse %s=%s and name it in one line', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(WrongSetting);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: [^\\n]+$`));
  });

  it('name every wrong one at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT: .*; LOG_LEVEL: /);
  });
});
