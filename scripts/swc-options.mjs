/** How swc compiles the server's TypeScript: one set of options for the build and for Jest. */

/**
 * Legacy decorators with their metadata, as NestJS and TypeORM read them. Fields are assigned, not defined, so that a
 * TypeORM entity gets no `undefined` for a column that was not loaded.
 */
export const swcOptions = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
};
