/** Jest transformer for ES modules of node_modules: CommonJS where they are require()d, untouched where they are imported. */
const { createHash } = require('node:crypto');
const { transformSync } = require('@swc/core');

module.exports = {
  process: (source, filename, { supportsStaticESM }) =>
    supportsStaticESM
      ? { code: source }
      : transformSync(source, { swcrc: false, filename, sourceMaps: 'inline', jsc: { target: 'es2022' }, module: { type: 'commonjs' } }),
  getCacheKey: (source, filename, { supportsStaticESM }) =>
    createHash('sha256').update(`${filename}\0${source}\0${supportsStaticESM}`).digest('hex'),
};
