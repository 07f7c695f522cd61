/** Gives a data folder to one live Suppilo at a time, and tells a second one who has it. */
import { createHash } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who holds a data folder: its process, and where it answers once that is known. */
export interface Holder {
  readonly pid: number;
  readonly address?: string;
}

/** The data folder is used by a live process that must not be disturbed; `message` is one line for the person who started the second. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';

  constructor(
    readonly dataDir: string,
    readonly holder: Holder | null,
    by = 'Suppilo',
  ) {
    const who = [holder ? `process ${holder.pid}` : '', holder?.address ?? ''].filter(Boolean).join(', ');
    super(`${by} already runs on the data folder ${dataDir}${who ? ` (${who})` : ''}. Stop it first, or set DATA_DIR to another folder.`);
  }
}

/** A held data folder. */
export interface DataFolderLock {
  /** Lets a second start name the address of this one. */
  announce(address: string): void;
  release(): Promise<void>;
}

/**
 * Takes the data folder, which must exist.
 *
 * The lock is a listening local socket: the kernel lets one process listen on a name and takes it back when that process ends,
 * kill -9 included, so there is no stale lock to judge and no race in judging it. The name is the folder's device and inode, so
 * two spellings of one path are one lock. On Linux the name is abstract; elsewhere it is a file, removed when nobody answers on it.
 * Below it PostgreSQL has its own lock, postmaster.pid. Who connects is told the holder.
 * @throws DataFolderInUse
 */
export async function lockDataFolder(dataDir: string): Promise<DataFolderLock> {
  const { dev, ino } = statSync(dataDir);
  const key = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24);
  const path = process.platform === 'linux' ? `\0suppilo-data-${key}` : join(tmpdir(), `suppilo-data-${key}.sock`);
  const holder: { pid: number; address?: string } = { pid: process.pid };

  let server = await listen(path, () => holder);
  if (!server) {
    const other = await ask(path);
    if (other !== 'nobody') throw new DataFolderInUse(dataDir, other);
    if (process.platform !== 'linux') unlinkSync(path);
    server = await listen(path, () => holder);
    if (!server) throw new DataFolderInUse(dataDir, null);
  }
  const held = server;
  return {
    announce: (address) => {
      holder.address = address;
    },
    release: () => new Promise((resolve) => held.close(() => resolve())),
  };
}

/** Listens without keeping the process alive; null when someone else does. */
function listen(path: string, holder: () => Holder): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(JSON.stringify(holder()));
    });
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(path, () => resolve(server.unref()));
  });
}

/** Asks the holder who it is; null when it listens but is too busy to answer within 2 s, `nobody` when it has just gone. */
function ask(path: string): Promise<Holder | null | 'nobody'> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(path);
    socket.setEncoding('utf8').setTimeout(2_000, () => socket.destroy());
    socket.on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => resolve('nobody'));
    socket.on('close', () => resolve(parseHolder(answer)));
  });
}

function parseHolder(text: string): Holder | null {
  try {
    const { pid, address } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' ? { pid, ...(typeof address === 'string' ? { address } : {}) } : null;
  } catch {
    return null;
  }
}
