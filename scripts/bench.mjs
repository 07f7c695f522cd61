/** `npm run bench`: prepares the folder, then measures the product; see bench/bench.ts for what may be given. */
import { prepare } from './prepare.mjs';

await prepare();
await import('../dist/bench/bench.js');
