import { Socket as DatagramSocket } from 'node:dgram';
import { Socket } from 'node:net';

/** Imported for its effect: takes the network from this process, which Node 24's permissions do not cover. */
Socket.prototype.connect = forbidden;
DatagramSocket.prototype.bind = forbidden;
DatagramSocket.prototype.connect = forbidden;
DatagramSocket.prototype.send = forbidden;

function forbidden(): never {
  throw new Error('There is no network here.');
}
