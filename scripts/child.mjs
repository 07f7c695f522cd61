/** Runs other programs from the scripts: signals reach them, and their output is kept until it is needed. */
import { spawn } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program with this process's input and output, passes signals on to it, and resolves to the exit code a shell would give.
 * Ctrl-C reaches the child from the terminal by itself: passing it on once more would look like a second, impatient one.
 */
export function runAttached(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  return settle(child, (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}

/**
 * Runs a program silently. Resolves to its exit code and everything it printed; calls `tick` every 15 seconds meanwhile.
 * A signal ends the program and then this process.
 */
export async function runQuietly(command, args, { tick = () => {}, ...options } = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const timer = setInterval(tick, 15_000);
  let stopped = false;
  try {
    const code = await settle(child, (signal) => {
      stopped = true;
      child.kill(signal);
    });
    if (stopped) process.exit(code || 130);
    return { code, output };
  } finally {
    clearInterval(timer);
  }
}

function settle(child, onSignal) {
  for (const signal of signals) process.on(signal, onSignal);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0)));
  }).finally(() => {
    for (const signal of signals) process.off(signal, onSignal);
  });
}
