import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { type EditedSheet, editWorkbook } from '#test/helpers/edit-workbook.ts';
import {
  accept,
  carried,
  draft,
  nextOffice,
  officeOfTest,
  post,
  send,
  sha,
  template,
  upload,
  workbookTests,
} from '#test/helpers/workbook-office.ts';
import { zipFile } from '#test/helpers/zip-file.ts';

workbookTests();

describe('cells that cannot be read', () => {
  const cells: [string, string, string, (sheet: EditedSheet) => void, RegExp][] = [
    ['收支情况', 'amounts.budget_total', '一个亿', () => {}, /不是一个数/],
    ['收支情况', 'amounts.revenue_total', '-5', () => {}, /不能是负数/],
    ['各月支出执行率', 'months.1', '8.123456', () => {}, /小数位过多/],
    ['基本情况', 'filed_on', '2024-02-30', () => {}, /不是日期/],
    ['基本情况', 'staffing', '86.5', () => {}, /应是整数/],
    [
      '上年问题',
      'followups.1',
      '',
      (sheet) => {
        sheet.set('followups.1', 'problem', '甲');
        sheet.set('followups.1', 'state', '差不多');
      },
      /不在可选项之内/,
    ],
  ];

  it('are told by sheet, cell and reason, and marked in the same workbook; once mended it goes in', async () => {
    const rows = new Map<string, number>();
    const broken = await editWorkbook(await template(), (sheet) => {
      for (const [name, key, text, more] of cells) {
        if (text) sheet(name).set(key, 'value', text);
        more(sheet(name));
        rows.set(key, sheet(name).rowOf(key));
      }
      sheet('目标与重点任务').set('goal', 'value', '目标');
    });
    const { text, status } = await upload(broken);
    expect([status, text]).toEqual([200, expect.stringContaining('有 6 格不能识别')]);
    for (const [, key, , , why] of cells) {
      expect(text).toMatch(why);
      expect(text).toMatch(new RegExp(`>[CD]${rows.get(key)}<`));
    }
    expect(await draft()).toEqual({});
    const refused = await post({ ...carried(text), intent: 'accept', sha256: sha(text), version: '0' });
    expect(refused.status).toBe(400);

    const answer = await send('/template.xlsx', carried(text));
    const marked = new Uint8Array(await answer.arrayBuffer());
    const book = await readXlsx(marked, { readStyles: true });
    for (const [name, key, , , why] of cells) {
      const sheet = book.sheets.find((one) => one.name === name);
      const head = sheet?.rows.findIndex((row) => row.includes('错误说明')) ?? -1;
      const column = sheet?.rows[head]?.indexOf('错误说明') ?? -1;
      const row = (rows.get(key) ?? 0) - 1;
      expect(sheet?.rows[row]?.[column]).toMatch(why);
      const ground = sheet?.cells?.get(`${row},3`)?.style?.fill;
      expect(JSON.stringify(ground)).toContain('FBE3E0');
    }
    const mended = await editWorkbook(marked, (sheet) => {
      sheet('收支情况').set('amounts.budget_total', 'value', '1.2亿元');
      sheet('收支情况').set('amounts.revenue_total', 'value', 5);
      sheet('各月支出执行率').set('months.1', 'value', 8.12);
      sheet('基本情况').set('filed_on', 'value', '2024年2月29日');
      sheet('基本情况').set('staffing', 'value', 86);
      sheet('上年问题').set('followups.1', 'state', '正在整改');
    });
    expect((await accept((await upload(mended)).text)).status).toBe(303);
    expect(await draft()).toMatchObject({ goal: '目标', 'amounts.budget_total': '1.2亿元', staffing: '86' });
  });
});

describe('a file that is not this template', () => {
  it('of another office, district or year is refused in words', async () => {
    const own = officeOfTest();
    const other = await template();
    const place = await nextOffice();
    expect((await upload(other)).text).toMatch(new RegExp(`“${own.name}”的模板，而这里是“${place.name}”`));
    const lastYear = await (
      await place.visitor.fetch(`/offices/${place.code}/2024/template.xlsx`)
    ).arrayBuffer();
    expect((await upload(new Uint8Array(lastYear))).text).toContain('是 2024 年度的模板，而这里是 2025 年度');
  });

  it('of an older framework is read; what no longer exists is listed and left out', async () => {
    const file = await editWorkbook(await template(), (sheet) => {
      const meta = sheet('_duibiao').sheet.rows;
      for (const row of meta) if (row[1] === 'framework') row[2] = '2022/1';
      const scores = sheet('指标自评');
      const row = scores.rowOf('scores.a11');
      scores.set('scores.a11', 'score', 9);
      (scores.sheet.rows[row - 1] ?? [])[0] = 'scores.gone';
      scores.set('scores.a1', 'score', 8);
    });
    const preview = await upload(file);
    expect(preview.text).toContain('按另一版指标体系（2022/1）制作，现行为 2024/1');
    expect(preview.text).toContain('下列 1 栏在现行填报表中已不存在');
    await accept(preview.text);
    expect(await draft()).toEqual({ 'scores.a1.score': '8' });
  });

  const meta = (key: string, value: string) => async () =>
    editWorkbook(await template(), (sheet) => {
      for (const row of sheet('_duibiao').sheet.rows) if (row[1] === key) row[2] = value;
    });
  it.each<[string, string, () => Promise<Uint8Array>, RegExp]>([
    ['a later layout', 'a.xlsx', meta('format', '2'), /另一版格式的模板/],
    ['a file without its hidden sheet', 'a.xlsx', meta('office', ''), /不是从本系统下载的填报模板/],
    [
      'an archive of something else',
      'a.xlsx',
      async () => zipFile([{ name: 'a.txt', content: 'a' }]),
      /不是 .xlsx 工作簿/,
    ],
    [
      'a bomb',
      'a.xlsx',
      async () => zipFile([{ name: 'xl/a.xml', content: 'a', size: 2 ** 31 }]),
      /内部结构异常/,
    ],
    ['no archive', 'a.xlsx', async () => Buffer.from('MZ'), /不是 .xlsx 工作簿/],
    ['a truncated one', 'a.xlsx', async () => (await template()).subarray(0, 9000), /不能读取|结构异常/],
    ['the old format', 'a.xls', async () => Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), /不是 Excel 工作簿/],
    ['an empty file', 'a.xlsx', async () => Buffer.alloc(0), /是空文件/],
    ['one beyond 5 MB', 'a.xlsx', async () => Buffer.alloc(5 * 1024 * 1024 + 1, 'PK'), /超过 5 MB/],
  ])('%s', async (_, name, make, message) => {
    const { text, status } = await upload(await make(), name);
    expect(text).toMatch(message);
    expect(text).toContain('没有写入任何内容');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each([
    [{}],
    [{ intent: 'accept' }],
    [{ intent: 'restore', version: '7' }],
    [{ intent: 'restore', version: 'x' }],
  ])('a form without what it should carry: %j', async (fields) => {
    const { status } = await post(fields as Record<string, string>);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
