/** `npm test`: prepares the folder, then runs Jest with the given arguments. */
import { runAttached } from './child.mjs';
import { prepare } from './prepare.mjs';
import { root } from './project.mjs';

await prepare();
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)];
process.exitCode = await runAttached(process.execPath, jest, { cwd: root, env: { ...process.env, NODE_ENV: 'test' } });
