import { Transform } from 'node:stream';

/**
 * Takes out the zero bytes with which React 18 fills up a buffer whose end is too short for the next Chinese character;
 * in attributes browsers show them as “�”. HTML of ours holds no other zero bytes.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
