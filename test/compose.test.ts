/** docker-compose.yml runs the product with settings that the product knows, and keeps no password. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig, SETTING_NAMES } from '../config/environment.ts';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { test: readonly string[] };
  readonly volumes: readonly string[];
}

const text = readFileSync(join(import.meta.dirname, '..', 'docker-compose.yml'), 'utf8');
const { services, volumes } = parse(text, { merge: true }) as {
  services: Readonly<Record<'app' | 'worker' | 'postgres' | 'redis', Service>>;
  volumes: Readonly<Record<string, null>>;
};
/** What a person would put in the environment. */
const answers: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'postgres1',
  REDIS_PASSWORD: 'redis1',
  PUBLIC_URL: 'https://suppilo.example.fi',
  SESSION_SECRET: 'x'.repeat(32),
};

/** Fills `${NAME}`, `${NAME:-default}` and `${NAME:?message}` as Compose does. */
const filled = (value: string) =>
  value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind, rest) => answers[name] ?? (kind === '-' ? rest : ''));

describe('docker-compose.yml', () => {
  it('runs the application and its worker on a PostgreSQL and a Redis', () => {
    expect(Object.keys(services).sort()).toEqual(['app', 'postgres', 'redis', 'worker']);
    expect(services.postgres.image).toBe('postgres:18');
    expect(services.redis.image).toBe('redis:8');
    expect(services.worker.image).toBe(services.app.image);
    expect(services.worker.command).toEqual(['node', 'dist/src/worker.js']);
  });

  it.each(['app', 'worker'] as const)('gives the %s settings that it knows and accepts', (name) => {
    const { environment } = services[name];
    expect(Object.keys(environment).filter((key) => !SETTING_NAMES.includes(key))).toEqual([]);
    const config = readConfig(Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filled(value)])));
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 3000,
      databaseUrl: 'postgres://suppilo:postgres1@postgres:5432/suppilo',
      redisUrl: 'redis://:redis1@redis:6379',
      publicUrl: 'https://suppilo.example.fi',
    });
  });

  it('takes every password from the environment and refuses to start without it', () => {
    const secrets = text.match(/\$\{(\w*(PASSWORD|SECRET))[^}]*\}/g) ?? [];
    expect(secrets.length).toBeGreaterThanOrEqual(5);
    for (const secret of secrets) expect(secret).toMatch(/:\?set /);
    expect(services.postgres.environment.POSTGRES_PASSWORD).toMatch(/^\$\{/);
  });

  it('counts the application as healthy only when it says that it is ready', () => {
    expect(services.app.healthcheck?.test.join(' ')).toContain('/api/v1/health/ready');
    for (const name of ['postgres', 'redis'] as const) {
      expect(services[name].healthcheck).toBeDefined();
      expect(services.app.depends_on?.[name]?.condition).toBe('service_healthy');
    }
  });

  it('keeps everything in named volumes, and a Redis that forgets no job', () => {
    for (const service of Object.values(services)) {
      for (const volume of service.volumes) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
    }
    expect(services.redis.command?.join(' ')).toMatch(/--appendonly yes --maxmemory-policy noeviction/);
  });
});
