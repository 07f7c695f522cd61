/** Builds dist: the server with swc, the web client with Vite; only what changed, all of it with --force, the server alone with --server. */
import { copyFile, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { outputOf, recordBuild, serverSources, staleParts } from './build-record.mjs';
import { dist, filesBelow, root, serverFolders } from './project.mjs';
import { swcOptions } from './swc-options.mjs';

const started = Date.now();
const force = process.argv.includes('--force');
const { hashes, server, web } = await staleParts();
const serverOnly = process.argv.includes('--server');
if (server || force) {
  await buildServer();
  await recordBuild({ server: hashes.server });
}
if (hashes.web === null) console.log('No web client yet: web/vite.config.ts is missing.');
else if ((web || force) && !serverOnly) {
  await buildWeb();
  await recordBuild({ web: hashes.web });
}
console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);

async function buildServer() {
  const { transformFile } = await import('@swc/core');
  const options = { ...swcOptions, jsc: { ...swcOptions.jsc, rewriteRelativeImportExtensions: true } };
  const sources = await serverSources();
  await Promise.all(
    sources.map(async (source) => {
      const output = join(root, outputOf(source));
      await mkdir(dirname(output), { recursive: true });
      if (!source.endsWith('.ts')) return copyFile(join(root, source), output);
      const { code, map } = await transformFile(join(root, source), { ...options, sourceFileName: join(root, source) });
      await writeFile(`${output}.map`, map);
      await writeFile(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
    }),
  );
  await removeAllBut(new Set(sources.map(outputOf).flatMap((output) => [output, `${output}.map`])));
}

/** A file whose source is gone must not be run or migrated any more. */
async function removeAllBut(outputs) {
  const built = serverFolders.map((folder) => join('dist', folder));
  for (const path of await filesBelow(...built)) {
    if (outputs.has(path)) continue;
    await rm(join(root, path));
    await rmdir(dirname(join(root, path))).catch(() => {});
  }
}

/** Into a folder beside the served one, which it then replaces: a running server never sees half a client. */
async function buildWeb() {
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const [fresh, served, old] = ['.web-new', 'web', '.web-old'].map((name) => join(dist, name));
  await rm(fresh, { recursive: true, force: true });
  await build({
    root: join(root, 'web'),
    configFile: join(root, 'web', 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  });
  await rm(old, { recursive: true, force: true });
  await rename(served, old).catch(() => {});
  await rename(fresh, served);
  await rm(old, { recursive: true, force: true });
}
