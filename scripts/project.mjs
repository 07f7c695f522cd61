/** Where the project's folders are, and how its scripts list and fingerprint files. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, 'dist');

/** The folders that the server is compiled from; `dist` repeats their names. */
export const serverFolders = ['src', 'config', 'migrations', 'bench'];

const skipped = new Set(['node_modules', 'dist', '.git']);

/** Every file below the given files and folders of the project, as sorted paths from its root; what is missing has none. */
export async function filesBelow(...names) {
  const found = await Promise.all(names.map((name) => walk(join(root, name))));
  return found
    .flat()
    .map((path) => relative(root, path))
    .sort();
}

async function walk(path) {
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  const nested = entries
    .filter((entry) => !skipped.has(entry.name))
    .map((entry) => (entry.isDirectory() ? walk(join(path, entry.name)) : [join(path, entry.name)]));
  return (await Promise.all(nested)).flat();
}

/** One hash over the names and contents of files, given by their paths from the root: equal content, equal hash, whatever the dates. */
export async function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = await readFile(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** A small JSON file's content, or null when it is missing or broken. */
export async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
