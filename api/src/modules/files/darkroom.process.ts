import { setPriority } from 'node:os';
import { draw } from './drawing.ts';

// The process in which photos are drawn; see darkroom.ts. It ends by itself when the house does.

// Whoever waits for an answer of the API goes first.
setPriority(10);

// Ctrl+C and service managers signal every process at once; photos under way are still drawn while the house drains.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

process.on('message', ({ id, upload }: { readonly id: number; readonly upload: Uint8Array }) => {
  const bytes = Buffer.from(upload.buffer, upload.byteOffset, upload.byteLength);
  void draw(bytes).then((drawn) => process.send!({ id, drawn }));
});
