/** Chooses the system user that PostgreSQL runs as, since it refuses to run as root. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The user for `spawn`; empty for the user that runs this process. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** What PostgreSQL's programs see of the environment: none of ours, so no PGHOST of the machine misleads them and no secret reaches them. */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

/** True when this process runs as root. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Who runs a cluster: whoever owns its folder when there is one (PostgreSQL insists), else we ourselves, else, as root, `postgres`
 * or `nobody`.
 * @throws Error when root finds no user to step down to
 */
export function systemUserFor(clusterDir: string): RunAs {
  if (!isRoot()) return {};
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
    if (uid && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". Set DATABASE_URL, or start as an ordinary user.',
  );
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8', env: cleanEnvironment });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

/** True when the user can enter a folder: every parent counts, so it is tried, not computed. */
export function canEnter(dir: string, user: RunAs): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { ...user, cwd: '/', env: cleanEnvironment, stdio: 'ignore' }).status === 0;
}
