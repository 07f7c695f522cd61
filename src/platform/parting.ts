/** Lets an HTTP server stop in time: what is being answered is answered, every other connection ends at once. */
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long an answer that is under way may still take once the server stops (ms). */
export const GRACE_MS = 5000;

/**
 * Follows the server's connections; the answer ends them, once the server takes no new ones. Node alone waits for those on which no
 * request ever came (browsers open them beforehand), and keeps those alive that have just been answered.
 */
export function partingOf(server: Server, graceMs = GRACE_MS): () => void {
  const answering = new Map<Socket, number>();
  let isParting = false;
  const count = (socket: Socket, change: 1 | -1) => {
    const before = answering.get(socket);
    if (before === undefined) return;
    answering.set(socket, before + change);
    if (isParting && before + change === 0) socket.destroySoon();
  };
  server.on('connection', (socket: Socket) => {
    answering.set(socket, 0);
    socket.once('close', () => answering.delete(socket));
    // It was accepted in the moment between.
    if (isParting) socket.destroySoon();
  });
  server.on('request', ({ socket }: { socket: Socket }, response: ServerResponse) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return () => {
    isParting = true;
    for (const [socket, requests] of answering) if (requests === 0) socket.destroySoon();
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
  };
}
