/** A file that means harm, or that was harmed on its way. */
export interface HostileFile {
  /** What is wrong with it. */
  what: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Numbers that look random and are the same in every run: whole, from 0 to below `limit`. */
export type Seeded = (limit: number) => number;

export function seeded(seed: number): Seeded {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

export function hostile(what: string, name: string, content: string | Uint8Array): HostileFile {
  return { what, name, bytes: new Uint8Array(Buffer.from(content)) };
}

/** So many files that end somewhere within the given one. */
export function truncated(what: string, name: string, file: Uint8Array, count: number, next: Seeded) {
  return times(count, () => hostile(`${what}, cut off`, name, file.subarray(0, next(file.length))));
}

/** So many files with one to some twenty flipped bits in a stretch of the given one. */
export function flipped(
  what: string,
  name: string,
  file: Uint8Array,
  count: number,
  next: Seeded,
  [from, to] = [0, file.length],
) {
  return times(count, (index) => {
    const bytes = Buffer.from(file);
    for (let flips = 0; flips <= index % 20; flips += 1) {
      const place = from + next(to - from);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << next(8));
    }
    return hostile(`${what}, bits flipped`, name, bytes);
  });
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export function randomBytes(length: number, next: Seeded): Buffer {
  return Buffer.from(times(length, () => next(256)));
}
