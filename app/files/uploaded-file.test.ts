import { expect, test } from 'vitest';
import { plainFileName } from './uploaded-file.ts';

test.each([
  ['验收报告.pdf', '验收报告.pdf'],
  ['C:\\文件\\验收 报告.pdf', '验收 报告.pdf'],
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['/验收报告.pdf', '验收报告.pdf'],
  ['报告\u202Efdp.exe.pdf', '报告fdp.exe.pdf'],
  ['\u0000报\r\n告\t.pdf', '报告.pdf'],
  ['\uFEFF报告\u200B.pdf', '报告.pdf'],
  ['照片😀.jpg', '照片😀.jpg'],
  ['\uD800报告.pdf', '报告.pdf'],
  ['  .报告.pdf ', '报告.pdf'],
  ['𠮷野家.pdf', '𠮷野家.pdf'],
  ['e\u0301.pdf', 'é.pdf'],
  ['\u202E\u0007', ''],
])('%j is kept as %j', (stated, name) => expect(plainFileName(stated)).toBe(name));

test('cuts what is too long between letters and keeps the ending', () => {
  const name = plainFileName(`${'𠮷'.repeat(300)}.docx`);
  expect([...name]).toHaveLength(116);
  expect(name).toMatch(/𠮷…𠮷+\.docx$/u);
  expect(() => encodeURIComponent(name)).not.toThrow();
});
