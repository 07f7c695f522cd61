/** The service stops in time, over real sockets: silent connections end, what is being answered is answered. */
import { createServer, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { partingOf } from '../../src/platform/parting.ts';
import { TestApp } from '../app.ts';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

const portOf = (origin: string): number => Number(new URL(origin).port);
/** A connection as a browser opens it beforehand: nothing is sent on it yet. */
const opened = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
};
/** All that comes until the other side ends it; a connection that is broken off counts as ended. */
const heard = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', () => undefined).once('close', () => resolve(text));
  });
const GET = 'GET /api/v1/health/live HTTP/1.1\r\nHost: a\r\n\r\n';

describe('the service that is told to stop', () => {
  it('waits for no connection on which nothing, half a request, or nothing more came', async () => {
    const app = await TestApp.start();
    const port = portOf(app.origin);
    const [silent, half, idle] = [await opened(port), await opened(port), await opened(port)];
    half.write(GET.slice(0, 20));
    idle.write(GET);
    await new Promise((resolve) => idle.once('data', resolve));
    const ends = [silent, half, idle].map(heard);
    await app.stop();
    await Promise.all(ends);
    await expect(opened(port)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a server that is told to stop', () => {
  const served = async (answer: RequestListener, graceMs?: number) => {
    const server = createServer(answer);
    const part = partingOf(server, graceMs);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const stop = () =>
      new Promise<void>((resolve) => {
        part();
        server.close(() => resolve());
      });
    return { port, stop };
  };

  it('finishes what it is answering, and keeps that connection open no longer', async () => {
    let finish = () => {};
    const asked = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let arrived = () => {};
    const isThere = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { port, stop } = await served((_, response) => {
      arrived();
      void asked.then(() => response.end('the whole answer'));
    });
    const socket = await opened(port);
    const answer = heard(socket);
    socket.write(GET);
    await isThere;
    const stopped = stop();
    finish();
    expect(await answer).toContain('the whole answer');
    await stopped;
  });

  it('breaks off an answer that never ends', async () => {
    const { port, stop } = await served((_, response) => void response.write('and so on'), 50);
    const socket = await opened(port);
    const begun = new Promise((resolve) => socket.once('data', resolve));
    const answer = heard(socket);
    socket.write(GET);
    await begun;
    await stop();
    expect(await answer).toContain('and so on');
  });
});
