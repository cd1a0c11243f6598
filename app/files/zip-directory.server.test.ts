import { describe, expect, test } from 'vitest';
import { zipFile } from '#test/helpers/zip-file.ts';
import { readZipDirectory, unpackEntry } from './zip-directory.server.ts';

const zeros = new Uint8Array(1024 * 1024);
const good = [
  { name: 'a.xml', content: '<街道/>' },
  { name: 'word/b.xml', content: 'b'.repeat(500), deflated: true },
];

test('parts by name, size and content', () => {
  const archive = zipFile(good);
  const entries = readZipDirectory(archive);
  expect(entries.map(({ name, size }) => [name, size])).toEqual([
    ['a.xml', 9],
    ['word/b.xml', 500],
  ]);
  expect(entries.map((entry) => unpackEntry(archive, entry).toString())).toEqual([
    '<街道/>',
    'b'.repeat(500),
  ]);
});

describe('refused by the directory alone', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${index}`, content: 'a' }));
  const noise = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * index * 7919) >> 7);
  test.each<[string, Buffer, string]>([
    ['more than 1,000 entries', zipFile(many(1001)), 'unsafe_archive'],
    [
      'more than 100 MB declared',
      zipFile([{ name: 'a', content: noise, size: 101 * 1024 * 1024 }]),
      'unsafe_archive',
    ],
    [
      'a part that unpacks to a hundred times its size',
      zipFile([{ name: 'a', content: zeros, deflated: true }]),
      'unsafe_archive',
    ],
    [
      'the same beside a picture that does not',
      zipFile([
        { name: 'a.png', content: noise },
        { name: 'a.xml', content: zeros, deflated: true },
      ]),
      'unsafe_archive',
    ],
    ['two parts of one name', zipFile([...good, ...good]), 'unsafe_archive'],
    ['a part with a password', zipFile([{ name: 'a', content: 'b', flags: 1 }]), 'encrypted'],
    ...['../a', '/etc/passwd', 'a/../../b', 'C:\\a', 'a\\b', '..', 'a\0.xml', '\\\\host\\a'].map(
      (name): [string, Buffer, string] => [
        `named ${JSON.stringify(name)}`,
        zipFile([{ name, content: 'a' }]),
        'unsafe_archive',
      ],
    ),
    ['something before it', Buffer.concat([Buffer.from('MZ'), zipFile(good)]), 'unreadable_file'],
    ['something after it', Buffer.concat([zipFile(good), Buffer.from('x')]), 'unreadable_file'],
    ['nothing', Buffer.alloc(0), 'unreadable_file'],
  ])('%s', (_, archive, code) => {
    expect(() => readZipDirectory(archive)).toThrow(expect.objectContaining({ name: 'FileProblem', code }));
  });

  test('1,000 entries are not too many', () =>
    expect(readZipDirectory(zipFile(many(1000)))).toHaveLength(1000));
});

test('a part that is longer or shorter than declared is not unpacked', () => {
  for (const size of [11, 1024 * 1024 - 1, 1024 * 1024 + 1]) {
    const archive = zipFile([{ name: 'a.bin', content: zeros, deflated: true, size }]);
    const entry = { name: 'a.bin', stored: false, packed: archive.readUInt32LE(18), size, offset: 0 };
    expect(() => unpackEntry(archive, entry)).toThrow(expect.objectContaining({ code: 'unsafe_archive' }));
  }
});

test('cut off or changed anywhere it is read or refused, never a failure', () => {
  const archive = zipFile(good);
  for (let at = 0; at < archive.length; at += 1) {
    settles(archive.subarray(0, at));
    for (const value of [0, 0xff]) {
      const changed = Buffer.from(archive);
      changed[at] = value;
      settles(changed);
    }
  }
});

function settles(archive: Buffer): void {
  try {
    for (const entry of readZipDirectory(archive)) unpackEntry(archive, entry);
  } catch (error) {
    expect(error).toMatchObject({ name: 'FileProblem' });
  }
}
