import { expect, test } from 'vitest';
import { readReportFile } from '#app/files/read-report.server.ts';
import { arrived, testBrowser } from '#test/helpers/browser.ts';
import { expectedRecord, publishedReports, publishedText, recordOf } from '#test/helpers/report-record.ts';

const browser = testBrowser();

test.each(publishedReports)('%s as a PDF says the same as in plain text', async (name) => {
  const text = publishedText(name);
  // paragraphs without the cuts of the pages they were once on: those would now stand in the middle of a page
  const paragraphs = text.replace(/(?<=[^\n]{45}[^。；：\n])\s*\n\s*/g, '').split(/\s*\n\s*/);
  const bodies: [string, boolean][] = [
    [`<pre>${paragraphs.join('\n\n')}</pre>`, false],
    [paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''), true],
  ];
  for (const [body, pageNumbers] of bodies) {
    const pdf = await printed(body, pageNumbers);
    const record = recordOf((await readReportFile(`${name}.pdf`, pdf)).text);
    expect(record).toEqual(recordOf(text));
    expect(record).toMatchObject(expectedRecord(name));
  }
});

test('figures and scores in tables of a PDF', async () => {
  const rows = [
    ['全年预算数', '10158.36万元', '全年执行数', '9763.97万元'],
    ['基本支出', '2515.75万元', '项目支出', '7248.22万元'],
  ];
  const scores = [
    ['履职效能', '满分50分', '自评得分49.47分'],
    ['预算编制', '得分', '3分'],
  ];
  const pdf = await printed(
    `<h1>广州市荔湾区人民政府白鹤洞街道办事处2023年部门整体支出绩效自评报告</h1>
    <p>（二）部门整体收支情况</p>${table(rows)}<p>二、综合评价分析</p>${table(scores)}`,
  );
  const record = recordOf((await readReportFile('a.pdf', pdf)).text);
  expect(record.amounts_yuan).toEqual({
    budget_total: 101583600,
    executed_total: 97639700,
    expenditure_basic: 25157500,
    expenditure_project: 72482200,
  });
  expect(record.scores).toEqual({ 履职效能: [49.47, 50], 预算编制: [3, null] });
});

test('a scanned report has no text layer', async () => {
  const { page, leave } = await browser.visit();
  await page.setContent('<p>白鹤洞街道2023年部门整体支出绩效自评报告</p>');
  const picture = (await page.screenshot()).toString('base64');
  await leave();
  const pdf = await printed(`<img src="data:image/png;base64,${picture}" width="600">`);
  await expect(readReportFile('扫描.pdf', pdf)).rejects.toMatchObject({ code: 'no_text_layer' });
});

test('a PDF is read on the page, accepted and taken back, by the built product', async () => {
  const text = publishedText('baihedong-2023').replaceAll('2023', '2021');
  const { page, leave } = await browser.visitAs('reviewer');
  await page.goto('/offices/440103001/2021/import');
  const buffer = await printed(`<pre>${text}</pre>`);
  await page.setInputFiles('#file', { name: '白鹤洞2021.pdf', mimeType: 'application/pdf', buffer });
  await page.click('.upload-form button');
  await arrived(page, '**/import/*');
  const kept = page.url();
  expect(await page.innerText('.reading')).toMatch(/读到 \d+ 项：\d+ 项表中未填/);
  await page.locator('main button:has-text("全部采用")').first().click();
  await arrived(page, '**done=*');
  await page.goto('/offices/440103001/2021');
  expect(await page.innerText('.reading')).toContain('总分95.97分');
  await page.goto(kept);
  await page.click('button:has-text("撤销这次导入")');
  await arrived(page, /undone|done/);
  await page.goto('/offices/440103001/2021');
  expect(await page.innerText('main')).toContain('2021年度正在填报');
  await leave();
});

/** The PDF that Chromium prints of a page with this body. */
async function printed(body: string, pageNumbers = false): Promise<Buffer> {
  const { page, leave } = await browser.visit();
  await page.setContent(
    `<style>body { font: 16px/1.8 serif } pre { white-space: pre-wrap } td { padding: 4px 16px }</style>${body}`,
  );
  const pdf = await page.pdf({
    format: 'A4',
    displayHeaderFooter: pageNumbers,
    margin: { top: '25mm', bottom: '25mm', left: '25mm', right: '25mm' },
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="font-size: 9px; width: 100%; text-align: center">— <span class="pageNumber"></span> —</div>',
  });
  await leave();
  return pdf;
}

function table(rows: readonly string[][]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join('');
  return `<table border="1">${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}
