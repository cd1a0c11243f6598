import { Transform } from 'node:stream';

/**
 * Takes out the zero bytes with which React 18 fills up a buffer whose end is too short for the next Chinese character;
 * in attributes browsers show them as “�”. HTML of ours holds no other zero bytes. What React writes at once leaves as one
 * piece: it comes in pieces of 2 KB, and each costs as much on its way out as a large one.
 */
export function withoutZeroBytes(): Transform {
  let held: Buffer[] = [];
  let sending: NodeJS.Immediate | undefined;
  const send = () => {
    sending = undefined;
    if (held.length > 0) stream.push(Buffer.concat(held));
    held = [];
  };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held.push(...betweenZeros(chunk));
      sending ??= setImmediate(send);
      done();
    },
    flush(done) {
      clearImmediate(sending);
      send();
      done();
    },
  });
  return stream;
}

function betweenZeros(chunk: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
    parts.push(chunk.subarray(from, at));
    from = at + 1;
  }
  return [...parts, chunk.subarray(from)];
}
