import { deleteRows, insertRows, moveRows, readXlsx } from 'hucre';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#app/server.ts';
import { saveDraft } from '#app/usecases/save-draft.server.ts';
import { readDraft } from '#app/usecases/view-form.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { type EditedSheet, editWorkbook } from '#test/helpers/edit-workbook.ts';
import { openSession, startTestServer, testOrigin, Visitor } from '#test/helpers/front.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { zipFile } from '#test/helpers/zip-file.ts';

let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;
let place: { code: string; name: string; preparer: Scope; visitor: Visitor };
let used = 0;
const now = new Date('2026-02-03T04:05:06.000Z');

beforeAll(async () => {
  test = await testDatabase();
  world = await insertTwoDistricts(test.database, { offices: 30 });
  server = await startTestServer(test.database);
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

/** Every test has an office of its own. */
beforeEach(async () => {
  place = await placeAt(used);
  used += 1;
});

describe('a filled template', () => {
  it('is read back: what is changed in it is previewed, and accepted as one save', async () => {
    await save({ goal: '旧目标', 'amounts.budget_total': '100' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      sheet('收支情况').set('amounts.budget_total', 'value', 10158.36);
      sheet('存在问题').set('problems.1', 'text', '绩效目标不够细化');
      sheet('存在问题').set('problems.1', 'themes', '资产管理');
      sheet('存在问题').set('problems.1', 'themes.2', '执行率低、结转多');
      sheet('上年问题').set('followups.1', 'problem', '去年的问题');
      sheet('上年问题').set('followups.1', 'state', '已解决');
    });
    const preview = await upload(file);
    expect([preview.status, await draft()]).toEqual([200, { goal: '旧目标', 'amounts.budget_total': '100' }]);
    expect(preview.text).toMatch(/5 处不同.*1 处一致/);
    const accepted = await accept(preview.text);
    expect(accepted.status).toBe(303);
    expect(await draft()).toEqual({
      goal: '旧目标',
      'amounts.budget_total': '10158.36',
      'problems.1.text': '绩效目标不够细化',
      'problems.1.themes': 'assets, slow_execution',
      'followups.1.problem': '去年的问题',
      'followups.1.state': 'solved',
    });
    const [entry, before] = await trail();
    expect(entry).toMatchObject({
      action: 'draft.save',
      detail: { workbook: { file: '表.xlsx' }, version: 2 },
    });
    expect(entry?.detail).toHaveProperty('changes.length', 5);
    expect(before?.detail).toEqual({ changes: expect.anything() });

    const again = await accept(preview.text);
    expect(again.headers.get('location')).toBe(accepted.headers.get('location'));
    expect(await trail()).toHaveLength(2);
  });

  it('can be taken back; what was changed since stays', async () => {
    await save({ goal: '旧目标', staffing: '80' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      sheet('目标与重点任务').set('goal', 'value', '新目标');
      sheet('基本情况').set('staffing', 'value', 86);
    });
    const to = (await accept((await upload(file)).text)).headers.get('location') ?? '';
    const receipt = await (await place.visitor.fetch(to)).text();
    expect(receipt).toContain('写入 2 处');
    await save({ staffing: '90' }, { staffing: '86' });
    const restored = await post({ intent: 'restore', version: /saved=(\d+)/.exec(to)?.[1] ?? '' });
    expect(restored.text).toMatch(/已恢复 1 处.*另有 1 处/);
    expect(await draft()).toEqual({ goal: '旧目标', staffing: '90' });
  });

  it('leaves alone what others changed meanwhile, and takes the file’s text only where that is chosen', async () => {
    await save({ goal: '甲', key_tasks: '丙', functions: '戊' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      sheet('目标与重点任务').set('goal', 'value', '文件');
      sheet('目标与重点任务').set('key_tasks', 'value', '文件二');
    });
    await save(
      { goal: '乙', key_tasks: '丁', functions: '己' },
      { goal: '甲', key_tasks: '丙', functions: '戊' },
    );
    const preview = await upload(file);
    expect(preview.text).toContain('下载模板后他人又改过的栏目');
    expect((await accept(preview.text, { take: 'key_tasks' })).status).toBe(303);
    expect(await draft()).toEqual({ goal: '乙', key_tasks: '文件二', functions: '己' });
  });

  it('erases where it is blank only by choice', async () => {
    await save({ goal: '甲', staffing: '86' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      sheet('目标与重点任务').set('goal', 'value', null);
      sheet('基本情况').set('staffing', 'value', 87);
    });
    const kept = await upload(file);
    expect(kept.text).toContain('清除这 1 处现有内容');
    await accept(kept.text);
    expect(await draft()).toEqual({ goal: '甲', staffing: '87' });
    await accept((await upload(file)).text, { erase: 'on' });
    expect(await draft()).toEqual({ staffing: '87' });
  });

  it('is refused when the form changed between reading and accepting', async () => {
    const file = await editWorkbook(await template(), (sheet) =>
      sheet('目标与重点任务').set('goal', 'value', '目标'),
    );
    const preview = await upload(file);
    await save({ staffing: '1' });
    const late = await accept(preview.text);
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('刚才的对照不再成立')]);
    expect(await draft()).toEqual({ staffing: '1' });
  });
});

describe('keys, not places', () => {
  it('rows and columns may be moved and inserted; rows below and between are new ones', async () => {
    await save({ 'problems.1.text': '问题一', 'problems.2.text': '问题二' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      const money = sheet('收支情况');
      money.set('amounts.executed_total', 'value', 12);
      insertRows(money.sheet, 5, 2);
      moveRows(money.sheet, money.rowOf('amounts.executed_total') - 1, 1, 5);
      const problems = sheet('存在问题');
      insertRows(problems.sheet, problems.rowOf('problems.2') - 1, 1);
      problems.set(problems.rowOf('problems.1') + 1, 'text', '插入的问题');
      problems.set(problems.sheet.rows.length + 3, 'text', '表下的问题');
    });
    await accept((await upload(file)).text);
    const filled = {
      'amounts.executed_total': '12',
      'problems.1.text': '问题一',
      'problems.2.text': '问题二',
      'problems.3.text': '插入的问题',
      'problems.4.text': '表下的问题',
    };
    expect(await draft()).toEqual(filled);
    expect((await upload(file)).text).toContain('没有需要写入的内容');
  });

  it('a renamed, deleted or doubled key is told with its row; nothing is written', async () => {
    const rows: number[] = [];
    const file = await editWorkbook(await template(), (sheet) => {
      const money = sheet('收支情况');
      const spoil = (key: string, to: string | null) => {
        const row = money.rowOf(key);
        rows.push(row);
        money.set(key, 'value', 5);
        (money.sheet.rows[row - 1] ?? [])[0] = to;
      };
      spoil('amounts.budget_total', 'amounts.budget_totl');
      spoil('amounts.revenue_total', null);
      spoil('amounts.executed_total', 'amounts.budget_initial');
    });
    const { text } = await upload(file);
    expect(text).toContain('有 3 格不能识别');
    for (const row of rows) expect(text).toContain(`>D${row}<`);
    expect(text).toMatch(/标识不在填报表中[\s\S]*标识被删除[\s\S]*同一栏/);
    expect(await draft()).toEqual({});
  });

  it('missing rows and sheets change nothing and are told', async () => {
    await save({ goal: '甲', staffing: '86' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      const basics = sheet('基本情况');
      deleteRows(basics.sheet, basics.rowOf('staffing') - 1, 1);
      sheet('目标与重点任务').set('goal', 'value', '乙');
    });
    const preview = await upload(file);
    expect(preview.text).toContain('文件中缺少 1 栏');
    await accept(preview.text);
    expect(await draft()).toEqual({ goal: '乙', staffing: '86' });
  });
});

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
    const own = place;
    const other = await template();
    place = await placeAt(used);
    used += 1;
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

async function placeAt(index: number) {
  const { home } = world;
  const [office, preparer] = [home.offices[index], home.preparers[index]];
  if (!office || !preparer) throw new Error('There are more tests than offices.');
  const visitor = new Visitor(server, await openSession(test.database, preparer.accountId ?? ''));
  return { ...office, preparer, visitor };
}

async function template(search = ''): Promise<Uint8Array> {
  const answer = await place.visitor.fetch(`/offices/${place.code}/2025/template.xlsx${search}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

function save(fields: Record<string, string>, from: Record<string, string> = {}) {
  const changes = Object.entries(fields).map(([field, to]) => ({ field, from: from[field] ?? '', to }));
  return saveDraft(place.preparer, { officeCode: place.code, year: 2025, changes }, now);
}

async function draft() {
  return (await readDraft(place.preparer, { officeCode: place.code, year: 2025 }))?.fields;
}

function trail() {
  return readScope(place.preparer, async (db) =>
    (await findAllAudit(db)).filter(({ action }) => !action.startsWith('export')),
  );
}

async function upload(file: Uint8Array, name = '表.xlsx') {
  const body = new FormData();
  body.set('intent', 'read');
  body.set('file', new File([new Uint8Array(file)], name));
  const answer = await place.visitor.fetch(address('/workbook'), {
    method: 'POST',
    body,
    headers: { origin: testOrigin },
  });
  return { status: answer.status, text: plain(await answer.text()) };
}

function send(path: string, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return place.visitor.fetch(address(path), { method: 'POST', body, headers: { origin: testOrigin } });
}

async function post(fields: Record<string, string>) {
  const answer = await send('/workbook', fields);
  return { status: answer.status, text: plain(await answer.text()) };
}

/** Sends the preview's own form. */
function accept(preview: string, more: Record<string, string> = {}) {
  const version = /name="version" value="(\d+)"/.exec(preview)?.[1] ?? '';
  return send('/workbook', { intent: 'accept', ...carried(preview), sha256: sha(preview), version, ...more });
}

function carried(page: string): Record<string, string> {
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { fileName: field('fileName'), document: field('document') };
}

function sha(page: string): string {
  return /name="sha256" value="([^"]*)"/.exec(page)?.[1] ?? '';
}

function address(path: string): string {
  return `/offices/${place.code}/2025${path}`;
}

/** Without what React puts between texts. */
function plain(html: string): string {
  return html.replaceAll('<!-- -->', '').replaceAll('&quot;', '"');
}
