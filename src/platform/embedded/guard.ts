/** A tiny process beside the application that ends PostgreSQL when the application dies without a word (kill -9). */
import { spawn } from 'node:child_process';
import { cleanEnvironment } from './system-user.ts';

/** Watches over the postmaster it was last told of. */
export interface Guard {
  /** Names the postmaster to end when this process dies. */
  watch(pid: number): void;
  /** Ends the guard; it touches nothing. */
  release(): void;
}

/**
 * A shell that reads its input until it ends: only this process holds the other end, so the end of input is our end, however we die.
 * It then ends the postmaster it was told of, if postmaster.pid still names that one (a later start may have put another there):
 * fast at first, after 30 s without waiting for anything.
 */
const script = `
pid=
while read -r line; do pid=$line; done
[ -n "$pid" ] || exit 0
waited=0
while [ $waited -lt 60 ] && read -r named < "$1/postmaster.pid" && [ "$named" = "$pid" ] && kill -0 "$pid"; do
  [ $waited -eq 0 ] && kill -INT "$pid"
  [ $waited -eq 30 ] && kill -QUIT "$pid"
  waited=$((waited + 1))
  sleep 1
done
[ -z "$2" ] || rm -rf -- "$2"
`;

/** Starts the guard of a cluster; with `thenRemove` it deletes that folder after ending PostgreSQL. */
export function startGuard(cluster: string, thenRemove = ''): Guard {
  const shell = spawn('/bin/sh', ['-c', script, 'suppilo-guard', cluster, thenRemove], {
    detached: true,
    cwd: '/',
    env: cleanEnvironment,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const { stdin } = shell;
  for (const emitter of [shell, stdin]) emitter.on('error', () => {});
  shell.unref();
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
  return {
    watch: (pid) => void stdin.write(`${pid}\n`),
    release: () => void stdin.end('\n'),
  };
}
