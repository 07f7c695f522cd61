/** Deals with a PostgreSQL that still runs on our cluster from an earlier start whose application died. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataFolderInUse } from './data-folder-lock.ts';
import { cleanEnvironment } from './system-user.ts';

/**
 * Returns when no postmaster runs on the cluster. The caller holds the data folder's lock, so no live Suppilo does.
 * One that carries our mark was started by a Suppilo that is gone: its guard is given 5 s to end it, then it is ended here.
 * Any other is someone's own doing and is left alone. A process that merely has the number in postmaster.pid (numbers repeat,
 * most of all in containers) only makes that file stale; PostgreSQL itself would refuse to start then.
 * @throws DataFolderInUse when a postmaster runs that Suppilo did not start
 * @throws Error when ours does not end within 45 s
 */
export async function endLeftover(dataDir: string, cluster: string, mark: string, log: (line: string) => void): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === null || !isAlive(pid)) return;
  if (!isPostgresIn(cluster, pid)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  if (!readIfThere(join(cluster, 'postmaster.opts')).includes(mark))
    throw new DataFolderInUse(dataDir, { pid }, 'A PostgreSQL that Suppilo did not start');

  log(`The database of an earlier start (process ${pid}) is still ending: waiting for it.`);
  if (await isGone(cluster, pid, 5_000)) return;
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (postmasterPid(cluster) === pid && isPostgresIn(cluster, pid)) process.kill(pid, signal);
    if (await isGone(cluster, pid, patience)) return;
  }
  throw new Error(`The database of an earlier start (process ${pid}) does not end.`);
}

/** The process that postmaster.pid names, or null. */
export function postmasterPid(cluster: string): number | null {
  const pid = Number.parseInt(readIfThere(join(cluster, 'postmaster.pid')), 10);
  return pid > 0 ? pid : null;
}

async function isGone(cluster: string, pid: number, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 100) {
    if (!isAlive(pid) || postmasterPid(cluster) !== pid) return true;
    await sleep(100);
  }
  return false;
}

/** A zombie counts as gone: in a container whose first process reaps nobody it stays for ever. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !/^\d+ \(.*\) Z/.test(readIfThere(`/proc/${pid}/stat`));
}

/** A postmaster's working folder is its cluster; where that can't be read, its name must do. */
function isPostgresIn(cluster: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8', env: cleanEnvironment });
    return (stdout || readIfThere(`/proc/${pid}/comm`)).trim().endsWith('postgres');
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
