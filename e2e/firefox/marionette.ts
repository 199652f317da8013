/**
 * Marionette, the protocol Firefox is tested with: it comes with every Firefox, and leads to what
 * WebDriver has no words for, such as the toolbar's popup, closed roots and private windows.
 */
import { connect, type Socket } from 'node:net';

export interface Marionette {
  /** Rejects with what Firefox says is wrong. */
  send(command: string, given?: object): Promise<unknown>;
  close(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** What an answer consists of: a kind, whose it is, an error or null, the result. */
type Answer = [1, number, { error: string; message: string } | null, unknown];

export async function openMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let count = 0;
  await new Promise<void>((greeted, failed) => {
    socket.once('error', failed);
    readPackets(socket, (packet) => {
      // The first packet is a greeting.
      if (!Array.isArray(packet)) return greeted();
      const [, id, error, result] = packet as Answer;
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new Error(`${error.error}: ${error.message}`));
      else asked?.resolve(result);
    });
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has ended'));
  });
  return {
    send: (command, given = {}) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        const said = JSON.stringify([0, count, command, given]);
        socket.write(`${Buffer.byteLength(said)}:${said}`);
      }),
    close: () => socket.destroy(),
  };
}

/** Each is its length in bytes, a colon, and so much JSON. */
function readPackets(socket: Socket, onPacket: (packet: unknown) => void): void {
  let heard = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk]);
    for (let colon = heard.indexOf(':'); colon > 0; colon = heard.indexOf(':')) {
      const end = colon + 1 + Number(heard.toString('latin1', 0, colon));
      if (heard.length < end) return;
      onPacket(JSON.parse(heard.toString('utf8', colon + 1, end)));
      heard = heard.subarray(end);
    }
  });
}
