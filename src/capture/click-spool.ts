/** Keeps clicks on disk while the database is away. A file belongs to one process; those of processes that died are found at the next start. */
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { newId } from '../platform/id.ts';
import type { Click } from './click.ts';

const CHUNK = 1_000;
/** Of a process on another machine it is only known that it has not written for a while. */
const SILENT_MS = 60_000;
/** `<host>.<pid>.<id>.ndjson` */
const NAME = /^(?<host>.+)\.(?<pid>\d+)\.[0-9a-f-]{36}\.ndjson$/;

export class ClickSpool {
  private file: { readonly path: string; readonly handle: FileHandle } | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly counts = new Map<string, number>();

  constructor(private readonly folder: string) {}

  /** How many clicks wait here, as far as known. */
  get count(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** @throws when nothing can be written there */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const probe = join(this.folder, `.probe-${newId()}`);
    await (await open(probe, 'w', 0o600)).close();
    await rm(probe);
  }

  /** Writes clicks through to the disk. @throws when it is full or can't be written */
  add(clicks: readonly Click[]): Promise<void> {
    return this.inTurn(async () => {
      this.file ??= await this.begin();
      const { path, handle } = this.file;
      // The line break before: should the last write have been cut off, only what it left behind is unreadable.
      await handle.appendFile(`\n${clicks.map((click) => JSON.stringify(click)).join('\n')}\n`);
      await handle.datasync();
      this.counts.set(path, (this.counts.get(path) ?? 0) + clicks.length);
    });
  }

  /** The files that wait: what this process wrote so far (later clicks go to a new file), and what others left behind. */
  async waiting(): Promise<string[]> {
    await this.close();
    const names = await readdir(this.folder).catch(() => []);
    const left: string[] = [];
    for (const name of names) if (await this.isLeft(name)) left.push(join(this.folder, name));
    const paths = left.filter((path) => path !== this.file?.path).sort();
    for (const path of paths) if (!this.counts.has(path)) this.counts.set(path, await countOf(path));
    return paths;
  }

  /** Hands the clicks of a file over in order, and removes it when all were taken. */
  async empty(path: string, take: (clicks: Click[]) => Promise<void>): Promise<void> {
    for await (const clicks of chunksOf(path)) await take(clicks);
    await rm(path, { force: true });
    this.counts.delete(path);
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      const own = this.file;
      this.file = undefined;
      await own?.handle.close();
    });
  }

  /** Nothing is written to a file that is being closed. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => {});
    return turn;
  }

  private async begin(): Promise<{ path: string; handle: FileHandle }> {
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, `${hostname()}.${process.pid}.${newId()}.ndjson`);
    return { path, handle: await open(path, 'a', 0o600) };
  }

  private async isLeft(name: string): Promise<boolean> {
    const { host, pid } = NAME.exec(name)?.groups ?? {};
    if (!host || !pid) return false;
    if (host === hostname()) return Number(pid) === process.pid || !isAlive(Number(pid));
    const { mtimeMs } = await stat(join(this.folder, name));
    return Date.now() - mtimeMs > SILENT_MS;
  }
}

/** What can't be read was never acknowledged: the last line of a process that was killed while it wrote. */
async function* chunksOf(path: string): AsyncGenerator<Click[]> {
  const handle = await open(path);
  try {
    let chunk: Click[] = [];
    for await (const line of handle.readLines({ autoClose: false })) {
      const click = clickOf(line);
      if (click) chunk.push(click);
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  } finally {
    await handle.close();
  }
}

async function countOf(path: string): Promise<number> {
  let count = 0;
  for await (const clicks of chunksOf(path)) count += clicks.length;
  return count;
}

function clickOf(line: string): Click | undefined {
  try {
    return line ? (JSON.parse(line) as Click) : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
