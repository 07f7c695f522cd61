/** The architecture's rules: rooms import to the left only, and of another room only services, entities and schemas. */
const ROOMS = ['platform', 'access', 'region', 'contact', 'organisation', 'activity', 'lead', 'capture'];
const TOP = ['report', 'privacy', 'demo'];

/** A room may not import any room to its right. */
const leftOnly = ROOMS.map((room, at) => ({
  name: `${room}-imports-to-the-left`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${[...ROOMS.slice(at + 1), ...TOP].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...leftOnly,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'schemas-import-schemas',
      comment: 'A contract is read by server and client: it knows zod and other contracts only.',
      severity: 'error',
      from: { path: '\\.schema\\.ts$' },
      to: { pathNot: ['\\.schema\\.ts$', '^node_modules/zod/'] },
    },
    {
      name: 'report-imports-schemas',
      comment: 'Reports join tables in SQL.',
      severity: 'error',
      from: { path: '^src/report/' },
      to: { path: '^src/(region|contact|organisation|activity|lead|capture|privacy|demo)/', pathNot: '\\.schema\\.ts$' },
    },
    {
      name: 'other-rooms-by-service-or-schema',
      severity: 'error',
      from: { path: '^src/(region|contact|organisation|activity|lead|capture|privacy)/' },
      to: {
        path: '^src/(region|contact|organisation|activity|lead|capture|privacy)/',
        // The layout of public pages is one for all rooms that have any.
        pathNot: ['^src/$1/', '\\.(schema|service|entity|module)\\.ts$', '^src/capture/public-(page|field)\\.ts$'],
      },
    },
    {
      name: 'web-imports-contracts',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|config|migrations)/', pathNot: '\\.schema\\.ts$' },
    },
    { name: 'server-knows-no-client', severity: 'error', from: { path: '^(src|config)/' }, to: { path: '^web/' } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
