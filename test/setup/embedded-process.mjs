/** A program for tests to start and kill: runs the embedded database on the given folder and prints one line of JSON about it. */
import { startEmbeddedPostgres } from '../../dist/src/platform/embedded/embedded-postgres.js';

try {
  const { url, fresh } = await startEmbeddedPostgres({ dataDir: process.argv[2] });
  console.log(JSON.stringify({ url, fresh, pid: process.pid }));
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(JSON.stringify({ error: error.name, message: error.message }));
  process.exitCode = 1;
}
