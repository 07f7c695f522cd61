/** Decides where a data folder's PostgreSQL cluster lives, so that the user it runs as can reach it. */
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canEnter, isRoot, systemUserFor, type RunAs } from './system-user.ts';

/** The folders of one cluster; all but `cluster` belong to the user of this process. */
export interface ClusterHome {
  readonly home: string;
  readonly cluster: string;
  readonly log: string;
  readonly user: RunAs;
}

/** Below it root keeps what the database's user must reach. */
export const sharedFolder = '/var/lib/suppilo';

/**
 * The data folder itself, or, where root's data folder can't be entered or owned by the database's user (below /root, on a share
 * without owners), a folder below /var/lib/suppilo named after its path. Makes the folders; `dataDir` must exist.
 */
export function clusterHome(dataDir: string, log: (line: string) => void): ClusterHome {
  const here = homeAt(dataDir);
  if (!isRoot() || existsSync(here.cluster)) return here;
  const pointer = join(dataDir, 'database-folder');
  if (!existsSync(pointer)) {
    if (canEnter(dataDir, here.user) && canOwnIn(dataDir, here.user)) return here;
    writeFileSync(pointer, `${unusedFolderFor(dataDir)}\n`, { flush: true });
  }
  const elsewhere = readFileSync(pointer, 'utf8').trim();
  makeReachable(elsewhere);
  log(`The database's user can't enter ${dataDir}: the database lives in ${elsewhere}.`);
  return homeAt(elsewhere);
}

/** Never one with a cluster: a data folder that was deleted and made again starts empty, as it would with its database inside. */
function unusedFolderFor(dataDir: string): string {
  const folder = join(sharedFolder, createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16));
  for (let n = 2, candidate = folder; ; candidate = `${folder}-${n++}`) if (!existsSync(candidate)) return candidate;
}

function homeAt(home: string): ClusterHome {
  const cluster = join(home, 'cluster');
  return { home, cluster, log: join(home, 'postgresql.log'), user: systemUserFor(cluster) };
}

function canOwnIn(dir: string, { uid, gid }: RunAs): boolean {
  const probe = join(dir, '.owner-probe');
  try {
    mkdirSync(probe, { mode: 0o700 });
    if (uid !== undefined && gid !== undefined) chownSync(probe, uid, gid);
    return canEnter(probe, { uid, gid });
  } catch {
    return false;
  } finally {
    if (existsSync(probe)) rmdirSync(probe);
  }
}

/** Makes folders that anyone may pass through, whatever the process's umask. */
export function makeReachable(dir: string): void {
  const umask = process.umask(0o022);
  try {
    mkdirSync(dir, { recursive: true });
  } finally {
    process.umask(umask);
  }
}
