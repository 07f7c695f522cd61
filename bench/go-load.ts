/** A process of its own that clicks as fast as a server answers: `node go-load.js ORIGIN PATH SECONDS`; prints one line of JSON. */
import { connect } from 'node:net';

const CONNECTIONS = 32;
const AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1';

/** What a load found: answers a second, the slowest hundredth in milliseconds, and how many answers were no redirect. */
export interface Load {
  readonly perSecond: number;
  readonly answers: number;
  readonly p99: number;
  readonly wrong: number;
}

const [origin, path, seconds] = process.argv.slice(2);
if (origin && path) console.log(JSON.stringify(await load(new URL(origin), path, Number(seconds))));

/** Each connection asks anew as soon as it was answered, every time as another visitor. */
async function load({ hostname, port }: URL, path: string, seconds: number): Promise<Load> {
  const waits: number[] = [];
  let [visitor, wrong] = [process.pid * 1e6, 0];
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let [since, text] = [0, ''];
      const ask = () => {
        since = performance.now();
        if (since >= end) return socket.end(resolve);
        visitor += 1;
        socket.write(
          `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nuser-agent: ${AGENT}\r\naccept-language: fi-FI,fi;q=0.9\r\nx-forwarded-for: ${visitor}\r\n\r\n`,
        );
      };
      socket.setNoDelay(true).on('connect', ask).on('error', reject);
      socket.setEncoding('latin1').on('data', (part: string) => {
        text += part;
        if (!text.endsWith('\r\n\r\n')) return;
        if (!text.startsWith('HTTP/1.1 302')) wrong += 1;
        waits.push(performance.now() - since);
        text = '';
        ask();
      });
    });
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  const took = (performance.now() - started) / 1000;
  waits.sort((a, b) => a - b);
  return { perSecond: waits.length / took, answers: waits.length, p99: waits[Math.floor(waits.length * 0.99)] ?? 0, wrong };
}
