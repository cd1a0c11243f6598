import { expect, test } from 'vitest';
import { docxFile } from '#test/helpers/docx-file.ts';
import { expectedRecord, publishedReports, recordOf } from '#test/helpers/report-record.ts';
import { asPlainText, proseWithFigures, reportWithTables } from '#test/helpers/report-tables.ts';
import { readReportFile } from './read-report.server.ts';

test.each(publishedReports)('%s with tables says the same in plain text and in Word', async (name) => {
  const blocks = reportWithTables(name);
  const { text } = await readReportFile('a.docx', docxFile(blocks));
  const record = recordOf(asPlainText(blocks));
  const { misplaced, ...expected } = expectedRecord(name);
  expect(record).toMatchObject({ ...expected, misplaced });
  for (const figures of ['amounts_yuan', 'rates_pct', 'scores', 'key_projects'] as const)
    expect(record[figures]).toEqual(expected[figures]);
  expect(recordOf(text)).toEqual(record);
});

test('the figures that stand in tables alone are read, merged cells too', async () => {
  const blocks = reportWithTables('baihedong-2023').filter((block) => !proseWithFigures(block));
  const { text } = await readReportFile('a.docx', docxFile(blocks));
  const expected = expectedRecord('baihedong-2023');
  const record = recordOf(text);
  expect(record.amounts_yuan).toEqual(expected.amounts_yuan);
  expect(record.scores).toEqual(expected.scores);
  expect(record.rates_pct).toEqual({ execution_rate: 96.12 });
  expect(recordOf(asPlainText(blocks))).toEqual(record);
});
