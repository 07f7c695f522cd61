/** Jest: TypeScript through swc as ES modules; one database server for the whole run, a clone of a migrated database per file. */
import { swcOptions } from './scripts/swc-options.mjs';

/** ES modules that CommonJS packages require() (Fastify's static files, cookies, test requests): Node 20 can, Jest on it can't. */
const requiredEsModules = ['content-disposition', 'cookie'].join('|');

/** @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  roots: ['src', 'config', 'migrations', 'test'].map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }],
    [`/node_modules/(${requiredEsModules})/.*\\.js$`]: '<rootDir>/test/setup/to-commonjs.cjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${requiredEsModules})/)`],
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};
