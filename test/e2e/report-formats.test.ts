import { expect, test } from 'vitest';
import { readReportFile } from '#app/files/read-report.server.ts';
import { testBrowser } from '#test/helpers/browser.ts';
import type { DocxBlock } from '#test/helpers/docx-file.ts';
import { expectedRecord, publishedReports, recordOf } from '#test/helpers/report-record.ts';
import { asHtml, asPlainText, proseWithFigures, reportWithTables } from '#test/helpers/report-tables.ts';

const browser = testBrowser();

test.each(publishedReports)('%s with tables, as a PDF, says the same as in plain text', async (name) => {
  const blocks = reportWithTables(name);
  const record = recordOf((await readReportFile('a.pdf', await printed(blocks))).text);
  expect(record).toEqual(recordOf(asPlainText(blocks)));
  expect(record).toMatchObject(expectedRecord(name));
});

test.each([
  ['wide', 680],
  ['so narrow that its cells are wrapped', 320],
])('figures in tables of a PDF alone, merged cells too, on a page that is %s', async (_, width) => {
  const blocks = reportWithTables('baihedong-2023').filter((block) => !proseWithFigures(block));
  const record = recordOf((await readReportFile('a.pdf', await printed(blocks, width))).text);
  const expected = expectedRecord('baihedong-2023');
  expect(record.amounts_yuan).toEqual(expected.amounts_yuan);
  expect(record.scores).toEqual(expected.scores);
});

async function printed(blocks: readonly DocxBlock[], width = 680): Promise<Buffer> {
  const { page, leave } = await browser.visit();
  await page.setContent(
    `<style>body { font: 16px/1.8 serif; width: ${width}px } td { padding: 4px 12px }</style>${asHtml(blocks)}`,
  );
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: '25mm', bottom: '25mm', left: '15mm', right: '15mm' },
  });
  await leave();
  return pdf;
}
