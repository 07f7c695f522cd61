/** The record in dist of what was built from which sources, so that nothing is built twice and nothing stale is run. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dist, filesBelow, fingerprint, readJson, root, serverFolders } from './project.mjs';

const recordFile = join(dist, '.build.json');
const always = ['package-lock.json', 'scripts/build.mjs', 'scripts/swc-options.mjs'];

/** True for a source that has a place in dist. */
export const isBuilt = (path) => !/\.test\.tsx?$|\.d\.ts$|\.md$/.test(path);

/** The file in dist made from a source of the server: TypeScript becomes JavaScript, anything else is copied. */
export const outputOf = (path) => join('dist', path.replace(/\.ts$/, '.js'));

/** The server's sources, as paths from the root. */
export async function serverSources() {
  return (await filesBelow(...serverFolders)).filter(isBuilt);
}

/** The hashes of everything the two builds read; the web client also reads the contracts in src. Null: there is none to build. */
export async function sourceHashes() {
  const server = await serverSources();
  const web = await filesBelow('web');
  const contracts = server.filter((path) => path.endsWith('.schema.ts') || path.startsWith('config/'));
  return {
    server: await fingerprint([...server, ...always]),
    web: web.includes(join('web', 'vite.config.ts')) ? await fingerprint([...web, ...contracts, ...always]) : null,
  };
}

/** Which parts of dist do not fit the sources. */
export async function staleParts() {
  const [hashes, record] = await Promise.all([sourceHashes(), readJson(recordFile)]);
  const outputs = (await serverSources()).map(outputOf);
  const serverFits = record?.server === hashes.server && allExist(outputs);
  const webFits = hashes.web === null || (record?.web === hashes.web && allExist(['dist/web/index.html']));
  return { hashes, server: !serverFits, web: !webFits };
}

export async function buildFits() {
  const { server, web } = await staleParts();
  return !server && !web;
}

/** Remembers one part as built; called when all of it is there. */
export async function recordBuild(part) {
  await mkdir(dist, { recursive: true });
  await writeFile(recordFile, `${JSON.stringify({ ...(await readJson(recordFile)), ...part })}\n`);
}

function allExist(paths) {
  return paths.every((path) => existsSync(join(root, path)));
}
