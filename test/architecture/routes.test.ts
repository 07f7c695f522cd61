/** Every route says who may use it. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, ModulesContainer, Reflector } from '@nestjs/core';
import { NEEDS } from '../../src/access/allow.ts';
import { PUBLIC } from '../../src/platform/public.ts';
import { TestApp } from '../app.ts';

describe('the routes', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const handlers = () =>
    new DiscoveryService(app.nest.get(ModulesContainer)).getControllers().flatMap(({ metatype }) => {
      const controller = metatype as new () => object;
      return Object.getOwnPropertyNames(controller.prototype)
        .filter((name) => name !== 'constructor' && Reflect.hasMetadata('path', Reflect.get(controller.prototype, name) ?? {}))
        .map((name) => ({ name: `${controller.name}.${name}`, targets: [Reflect.get(controller.prototype, name), controller] as never[] }));
    });

  it('are all found', () => {
    expect(handlers().length).toBeGreaterThan(40);
  });

  it('each declare a permission or are public', () => {
    const reflector = new Reflector();
    const silent = handlers().filter(
      ({ targets }) => !reflector.getAllAndOverride(NEEDS, targets) && !reflector.getAllAndOverride(PUBLIC, targets),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('are described by OpenAPI, each with an answer', async () => {
    const { status, body } = await app.browser()('GET', '/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(body.paths).length).toBeGreaterThan(30);
  });

  it('refuse whoever is not signed in', async () => {
    const anonymous = app.browser();
    const { body } = await anonymous('GET', '/openapi.json');
    const inRegions = Object.entries<Record<string, unknown>>(body.paths).filter(([path]) => path.includes('{region}'));
    const id = '019a0000-0000-7000-8000-000000000000';
    for (const [path, methods] of inRegions) {
      const address = path.replace('{region}', 'koillinen').replaceAll(/\{[^}]+\}/g, id);
      for (const method of Object.keys(methods)) {
        const answer = await anonymous(method.toUpperCase(), address, method === 'get' || method === 'delete' ? undefined : {});
        expect({ path, method, status: answer.status }).toEqual({ path, method, status: 401 });
      }
    }
  });
});
