/** Tells whether node_modules is what package-lock.json asks for, and installs it when not. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { readJson, root } from './project.mjs';

const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules', '.package-lock.json');
const markerFile = join(root, 'node_modules', '.suppilo-installed');
const libc = process.platform === 'linux' ? (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl') : null;

/**
 * True when every package of the lock that this machine needs is installed in its version.
 * npm writes its own record of node_modules last, so an interrupted install has none. The marker saves the comparison: it names
 * the lock, that record and the machine that were found to fit.
 */
export async function dependenciesFit() {
  const state = await currentState();
  if (!state) return false;
  if ((await readFile(markerFile, 'utf8').catch(() => '')) === state) return true;
  if (!(await installedMatchesLock())) return false;
  await writeFile(markerFile, state).catch(() => {});
  return true;
}

async function currentState() {
  const files = await Promise.all([lockFile, installedFile].map((path) => readFile(path).catch(() => null)));
  if (files.includes(null)) return null;
  const hashes = files.map((content) => createHash('sha256').update(content).digest('hex'));
  return [...hashes, process.platform, process.arch, libc].join(' ');
}

async function installedMatchesLock() {
  const [lock, installed] = await Promise.all([readJson(lockFile), readJson(installedFile)]);
  if (!lock?.packages || !installed?.packages) return false;
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => path !== '' && isNeededHere(wanted))
    .every(([path, wanted]) => installed.packages[path]?.version === wanted.version);
}

/** Optional packages count when they are made for this very platform; others may be missing, since npm drops what does not build. */
function isNeededHere({ optional, os, cpu, libc: libcs }) {
  if (!optional) return true;
  return Boolean(os && cpu) && os.includes(process.platform) && cpu.includes(process.arch) && (!libcs || libcs.includes(libc));
}

/**
 * Installs exactly what the lock names, development packages too, since the build needs them, whatever NODE_ENV says.
 * Packages' install scripts stay off: nothing here needs them, and npm's versions differ on whether they run. Tries twice, as a
 * registry may drop a connection.
 * @throws Error with npm's own words
 */
export async function installDependencies(say) {
  const [command, ...args] = npm();
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (/^(node_env|npm_config_(omit|include|production|only|global|dry_run))$/i.test(name)) delete env[name];
  const started = Date.now();
  const tick = () => say(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`);
  const install = () =>
    runQuietly(command, [...args, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, env, tick });

  say('Installing dependencies, about a minute …');
  let { code, output } = await install();
  if (code !== 0 && !/EACCES|EPERM|ENOSPC|EROFS/.test(output)) ({ code, output } = await install());
  if (code !== 0) throw new Error(`Installing dependencies failed (npm ci, exit ${code}):\n${output.trim()}`);
}

/** The npm that came with the running Node, else the one that started this script, else the one on the path. */
function npm() {
  const bin = dirname(process.execPath);
  const candidates = [
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    process.env.npm_execpath,
  ];
  const path = candidates.find((candidate) => candidate && basename(candidate) === 'npm-cli.js' && existsSync(candidate));
  return path ? [process.execPath, path] : ['npm'];
}
