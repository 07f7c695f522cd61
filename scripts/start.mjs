/** `npm start`: prepares the folder, then runs the product in this same process, so that signals reach it directly. */
import { prepare } from './prepare.mjs';

await prepare();
process.setSourceMapsEnabled(true);
await import('../dist/src/main.js');
