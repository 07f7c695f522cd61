/** Lets one process at a time change node_modules and dist of this folder. */
import { createHash } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './project.mjs';

/**
 * Runs `work` while no other process of this folder does.
 * The turn is a listening local socket: the kernel gives it to one process and takes it back however that process ends.
 * On Linux its name is abstract (no file can be left behind); elsewhere a file that nobody answers on is removed.
 */
export async function oneAtATime(work, { onWait }) {
  const { dev, ino } = statSync(root);
  const key = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16);
  const path = process.platform === 'linux' ? `\0suppilo-prepare-${key}` : join(tmpdir(), `suppilo-prepare-${key}.sock`);
  let told = false;
  let turn = await listen(path);
  while (!turn) {
    if (!told) onWait();
    told = true;
    await sleep(300);
    if (process.platform !== 'linux' && !(await answers(path))) unlinkSync(path);
    turn = await listen(path);
  }
  try {
    return await work();
  } finally {
    turn.close();
  }
}

function listen(path) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(path, () => resolve(server));
  });
}

function answers(path) {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}
