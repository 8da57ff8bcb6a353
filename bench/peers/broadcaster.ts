// The limit of a push: speaks just enough of graphql-transport-ws for the same clients, and sends the same bytes to every socket.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { clock, endWithParent, serve } from '../serve.ts';

const sockets = new Set<WebSocket>();
let payload = '';

const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-length': '2' }).end('ok');
  for (const socket of sockets) socket.send(payload);
});
const gate = new WebSocketServer({ server, perMessageDeflate: false });
gate.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type } = JSON.parse(String(data)) as { type: string };
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (type === 'subscribe') sockets.add(socket);
  });
  socket.on('close', () => sockets.delete(socket));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));

endWithParent();
serve({
  url: () => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
  payload: (text: string) => void (payload = text),
  listening: () => sockets.size,
  now: () => clock(),
});
