import { expect, test } from 'vitest';
import { readReport } from '#app/domain/report-text/index.ts';
import { publishedText } from '#test/helpers/report-record.ts';
import { interpretReport } from './interpret-report.server.ts';

test('a text says the same in the process that opens files, several at once each get their own answer', async () => {
  const texts = [
    publishedText('baihedong-2023'),
    publishedText('jiahe-2023'),
    '一、基本情况\n“引号”\u{20000}',
  ];
  const readings = await Promise.all(texts.map((text) => interpretReport({ fileName: 'a.txt', text })));
  expect(readings).toEqual(texts.map((text) => readReport(text)));
});

test('a text that takes more than the process may is refused by name', async () => {
  const text = '预算数为1元，'.repeat(2_000_000);
  const refused = { name: 'ReportFileError', code: 'unreadable_file', params: { file: '长.txt' } };
  await expect(interpretReport({ fileName: '长.txt', text })).rejects.toMatchObject(refused);
});
