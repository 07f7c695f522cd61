/** Makes the folder ready to run: installs what package-lock.json asks for and builds what changed, else does nothing. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFits } from './build-record.mjs';
import { runQuietly } from './child.mjs';
import { dependenciesFit, installDependencies } from './dependencies.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { root } from './project.mjs';

const say = (line) => console.log(line);

/** Returns once node_modules and dist fit the sources; on failure prints why and ends the process with 1. */
export async function prepare() {
  try {
    requireNode();
    if (await isReady()) return;
    await oneAtATime(
      async () => {
        if (!(await dependenciesFit())) await installDependencies(say);
        if (!(await buildFits())) await build();
      },
      { onWait: () => say('Another process is installing or building in this folder: waiting for it …') },
    );
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

async function isReady() {
  return (await dependenciesFit()) && (await buildFits());
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Suppilo needs Node 20.19 or newer; this is ${process.version}.`);
}

/** In a process of its own: the bundler's memory goes with it, and its NODE_ENV does not stay behind. */
async function build() {
  say('Building …');
  const { code, output } = await runQuietly(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root });
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`);
}

function explain(error) {
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    return `Suppilo can't write to ${error.path ?? root}: the folder belongs to another user or is read-only.`;
  return error.message;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare();
