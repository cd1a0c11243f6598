import { parse } from 'csv-parse/sync';
import { readXlsx, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#app/server.ts';
import { saveDraft } from '#app/usecases/save-draft.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { readScope, type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { editWorkbook } from '#test/helpers/edit-workbook.ts';
import { openSession, startTestServer, testOrigin, Visitor } from '#test/helpers/front.ts';
import { gb18030 } from '#test/helpers/gb18030.ts';
import { fullContent, insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { zipFile } from '#test/helpers/zip-file.ts';

const base = '/districts/990101/2025';
const now = new Date('2026-02-03T04:05:06.000Z');
let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;
let reviewer: Visitor;
let foreign: Visitor;

beforeAll(async () => {
  test = await testDatabase();
  world = await insertTwoDistricts(test.database, { offices: 12 });
  server = await startTestServer(test.database);
  reviewer = new Visitor(server, await openSession(test.database, world.home.reviewer.accountId ?? ''));
  foreign = new Visitor(server, await openSession(test.database, world.foreign.reviewer.accountId ?? ''));
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

const office = (index: number) => world.home.offices[index] ?? { id: '', code: '', name: '', canary: '' };
const stored = (index: number) =>
  readScope(world.home.reviewer, (db) => findSubmission(db, { officeId: office(index).id, year: 2025 }));
const trail = () => readScope(world.home.reviewer, (db) => findAllAudit(db, { action: 'round.table' }));

describe('the template', () => {
  it('has a row for every office and its keys, version and drop-down hidden; a draft’s figures are in nobody’s', async () => {
    const changes = [{ field: 'amounts.budget_total', from: '', to: '77777' }];
    await saveDraft(
      world.home.preparers[11] as Scope,
      { officeCode: office(11).code, year: 2025, changes },
      now,
    );
    await sent(10);
    const { sheets } = await readXlsx(await template('?filled=1'));
    const table = sheets.find(({ name }) => name === '汇总表');
    const keys = table?.rows.map(([key]) => key).filter((key) => /^\d/.test(String(key)));
    expect(keys).toEqual(world.home.offices.map(({ code }) => code));
    expect(table?.rows[0]).toEqual(
      expect.arrayContaining([
        'duibiao:district',
        'name',
        'leave',
        'amounts.budget_total',
        'scores.a11.reason',
      ]),
    );
    const column = table?.rows[0]?.indexOf('amounts.budget_total') ?? -1;
    const row = (code: string) => table?.rows.find(([key]) => key === code)?.[column];
    expect([row(office(10).code), row(office(11).code)]).toEqual([10158.36, null]);
    expect(JSON.stringify(sheets)).not.toContain('77777');
    expect(table?.dataValidations).toMatchObject([{ type: 'list', showErrorMessage: true }]);
    const meta = sheets.find(({ name }) => name === '_duibiao');
    expect([meta?.veryHidden, meta?.rows]).toEqual([
      true,
      expect.arrayContaining([
        ['meta', 'framework', '2024/1'],
        ['base', `${office(10).code}/amounts.budget_total`, '10158.36'],
      ]),
    ]);
    const empty = await readXlsx(await template());
    expect(JSON.stringify(empty)).not.toContain('10158.36');
  });

  it('is filled in, refused with its errors marked, mended, and then taken whole', async () => {
    const broken = await editWorkbook(await template(), (sheet) => {
      sheet('汇总表').set(office(0).code, 'amounts.budget_total', '一个亿');
      sheet('汇总表').set(office(1).code, 'scores.total.score', 96.5);
      sheet('汇总表').set(office(1).code, 'scores.a11.reason', '没有得分的理由');
    });
    const refused = await upload(broken);
    expect([refused.status, refused.text]).toEqual([200, expect.stringContaining('有 2 处不能采用')]);
    expect(refused.text).toMatch(/不是一个数[\s\S]*还缺名称、文字或得分/);
    expect(refused.text).not.toContain('全部采用');
    expect((await send('/import', { ...carried(refused.text), intent: 'accept' })).status).toBe(409);
    expect([await stored(0), await stored(1)]).toEqual([undefined, undefined]);

    const marked = new Uint8Array(await (await send('/template.xlsx', carried(refused.text))).arrayBuffer());
    const sheet = (await readXlsx(marked)).sheets.find(({ name }) => name === '汇总表');
    const rowOf = (code: string) => sheet?.rows.find(([key]) => key === code)?.join(' ');
    expect(rowOf(office(0).code)).toMatch(/全年预算数：不是一个数/);
    expect(rowOf(office(1).code)).toMatch(/失分原因：/);
    const mended = await editWorkbook(marked, (edited) => {
      edited('汇总表').set(office(0).code, 'amounts.budget_total', '1.2亿元');
      edited('汇总表').set(office(1).code, 'scores.a11.score', 58);
      edited('汇总表').set(office(2).code, 'staffing', 86);
      edited('汇总表').set(office(2).code, 'leave', '不导入');
    });
    const preview = await upload(mended);
    expect(preview.text).toMatch(/2 个街道有改动，共 4 处/);
    const done = await send('/import', { ...carried(preview.text), intent: 'accept' });
    expect([done.status, done.headers.get('location')]).toEqual([303, expect.stringContaining('?taken=')]);
    const receipt = await (await reviewer.fetch(done.headers.get('location') ?? '')).text();
    expect(plain(receipt)).toContain('写入 2 个街道，共 4 处');
    expect((await stored(0))?.content.amounts).toEqual({ budget_total: '120000000.00' });
    expect((await stored(1))?.content.scores).toMatchObject([
      { node: 'a11', reason: '没有得分的理由' },
      { node: 'total' },
    ]);
    expect(await stored(2)).toBeUndefined();
    const again = await send('/import', { ...carried(preview.text), intent: 'accept' });
    expect([again.status, (await trail()).length]).toEqual([303, 1]);
  });

  it('reverts nothing that changed after it was filled, and takes what was touched on both sides by choice alone', async () => {
    await sent(3);
    const filled = await template('?filled=1');
    await correct(3, { 'amounts.budget_total': '500', 'scores.total.score': '90' });
    const file = await editWorkbook(filled, (sheet) => {
      sheet('汇总表').set(office(3).code, 'scores.total.score', 80);
      sheet('汇总表').set(office(3).code, 'staffing', 99);
    });
    const preview = await upload(file);
    expect(preview.text).toContain('下载模板后又有更改的栏目');
    await send('/import', { ...carried(preview.text), intent: 'accept' });
    const kept = (await stored(3))?.content;
    expect([kept?.staffing, kept?.amounts.budget_total, total(kept)]).toEqual([99, '5000000.00', '90.00']);
    const again = await upload(file);
    const take = `${office(3).code}/scores.total.score`;
    await send('/import', { ...carried(again.text), intent: 'accept', take });
    expect(total((await stored(3))?.content)).toBe('80.00');
  });

  it('of one office, another year or district is refused in words', async () => {
    const own = await (
      await approver(4).fetch(`/offices/${office(4).code}/2025/template.xlsx`)
    ).arrayBuffer();
    expect((await upload(new Uint8Array(own))).text).toContain(`是“${office(4).name}”的模板`);
    const last = await (await reviewer.fetch('/districts/990101/2024/template.xlsx')).arrayBuffer();
    expect((await upload(new Uint8Array(last))).text).toContain('写明是 2024 年度的，而这里是 2025 年度');
    const other = await (await foreign.fetch('/districts/990202/2025/template.xlsx')).arrayBuffer();
    const { text, status } = await upload(new Uint8Array(other));
    expect([status, text]).toEqual([400, expect.stringContaining('“鲸歌区”的模板')]);
  });
});

describe('a bureau’s own table', () => {
  const messy = () =>
    [
      '2025年度绩效自评汇总表（内部）;;;;;',
      ';;;;;单位：万元',
      '序号;部门名称;年初预算数;全年执行数（元）;执行率;自评得分',
      `1;鹤鸣区${office(5).canary}街道办事处;"1,200.50";９０００００;74.97%;95.5`,
      `2;${office(6).canary}街;—;;;88`,
      '3;鹤呜9号街道;1;1;50%;1',
      ';合计;1201.5;;;',
      '注：以上为各街道报送数。;;;;;',
    ].join('\r\n');

  it('in GB18030 is read; the unknown row is chosen, left out, and the rest is taken', async () => {
    const preview = await upload(gb18030(messy()), '汇总.csv');
    expect(preview.text).toMatch(/本区没有这个名称的街道/);
    expect(preview.text).toMatch(/名称相近，请核对[\s\S]*相近：鹤鸣9号街道办/);
    expect(preview.text).toMatch(/第 7 行“合计”（合计）；第 8 行“注：以上为各街道报送数。”（注）/);
    expect(preview.text).toContain('表上写明金额单位：万元');
    const form = { ...carried(preview.text), 'office.6': 'leave' };
    const unseen = await send('/import', { ...form, intent: 'accept' });
    expect([unseen.status, await stored(5)]).toEqual([200, undefined]);
    const checked = plain(await unseen.text());
    expect(checked).toMatch(/将要写入[\s\S]*全部采用/);
    expect((await send('/import', { ...carried(checked), intent: 'accept' })).status).toBe(303);
    expect((await stored(5))?.content).toMatchObject({
      amounts: { budget_initial: '12005000.00', executed_total: '900000.00' },
      rates: { execution_rate: '74.97' },
    });
    expect(total((await stored(6))?.content)).toBe('88.00');
    expect(await stored(8)).toBeUndefined();
  });

  it('without a unit asks for one, and takes the one that is chosen', async () => {
    const file = Buffer.from(`街道,年初预算数\n${office(7).canary}街,120050`);
    const asked = await upload(file, 'a.csv');
    expect(asked.text).toMatch(/没有写明单位的金额按[\s\S]*没有写明金额单位/);
    const checked = plain(
      await (await send('/import', { ...carried(asked.text), unit: '元', intent: 'check' })).text(),
    );
    await send('/import', { ...carried(checked), unit: '元', intent: 'accept' });
    expect((await stored(7))?.content.amounts).toEqual({ budget_initial: '120050.00' });
  });

  it('takes a column for what the reviewer says, once he has seen what comes of it', async () => {
    const file = Buffer.from(`街道,项目经费,实际数,自评得分\n${office(8).canary}街,1.5,200,91`);
    const read = await upload(file, 'a.csv');
    expect(read.text).toMatch(/项目经费[\s\S]*不是填报栏目/);
    expect(carried(read.text)).toMatchObject({
      'field.2': 'leave',
      'field.3': 'leave',
      'field.4': 'scores.total.score',
    });
    const chosen = { 'field.2': 'amounts.expenditure_project', 'field.3': 'amounts.executed_total' };
    const asked = plain(
      await (await send('/import', { ...carried(read.text), ...chosen, intent: 'accept' })).text(),
    );
    expect([asked, await stored(8)]).toEqual([expect.stringContaining('没有写明金额单位'), undefined]);
    const units = { 'unit.2': '亿元', 'unit.3': '万元', 'field.4': 'leave' };
    const checked = plain(
      await (await send('/import', { ...carried(asked), ...units, intent: 'check' })).text(),
    );
    expect(checked).toMatch(/由您指定[\s\S]*将要写入[\s\S]*全部采用/);
    expect((await send('/import', { ...carried(checked), intent: 'accept' })).status).toBe(303);
    expect((await stored(8))?.content).toMatchObject({
      amounts: { expenditure_project: '150000000.00', executed_total: '2000000.00' },
      scores: [],
    });
  });

  it('two columns chosen for one field, or a field of no form, are told and never taken', async () => {
    const file = Buffer.from(`街道,甲,自评得分\n${office(8).canary}街,90,91`);
    const read = await upload(file, 'a.csv');
    const check = async (field: string) => {
      const fields = { ...carried(read.text), 'field.2': field, intent: 'check' };
      return plain(await (await send('/import', fields)).text());
    };
    expect((await check('amounts.__proto__')).includes('标识不在填报表中')).toBe(true);
    const twice = await check('scores.total.score');
    expect(twice.includes('有两列都是这一栏')).toBe(true);
    expect((await send('/import', { ...carried(twice), intent: 'accept' })).status).toBe(409);
    expect(total((await stored(8))?.content)).toBeUndefined();
  });

  it('comes back as CSV with a column of errors, texts no formulas', async () => {
    const preview = await upload(Buffer.from(`街道,自评得分\n${office(8).canary}街,=1+1`), '=汇总.csv');
    const answer = await send('/template.xlsx', carried(preview.text));
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(parse(await answer.text(), { bom: true })).toEqual([
      ['街道', '自评得分', '错误说明'],
      [`${office(8).canary}街`, "'=1+1", expect.stringMatching(/^总分·自评分：不是一个数/)],
    ]);
  });

  it('as a workbook with formulas counts the value that was stored with them', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [
            ['街道', '自评得分', '年初预算数（万元）'],
            [`${office(8).canary}街`, 91, 12],
          ],
          cells: new Map([['1,2', { value: 12, formula: '6*2', formulaResult: 12 }]]) as never,
        },
      ],
    });
    expect((await upload(new Uint8Array(file))).text).toMatch(/1 个街道有改动，共 2 处/);
  });
});

it('whoever was faster is named on the page, nothing is written, and the table is there to be accepted anew', async () => {
  await sent(9);
  const preview = await upload(Buffer.from(`街道,自评得分\n${office(9).canary}街,70`), 'a.csv');
  await correct(9, { 'scores.total.score': '60' });
  const late = await send('/import', { ...carried(preview.text), intent: 'accept' });
  const text = plain(await late.text());
  expect([late.status, text]).toEqual([409, expect.stringContaining('有 1 个街道的填报已被更改')]);
  expect(text).toMatch(
    new RegExp(`${office(9).name}：现为“已提交”。鹤鸣district_reviewer已于.*从汇总表导入`),
  );
  expect(total((await stored(9))?.content)).toBe('60.00');
  expect((await send('/import', { ...carried(text), intent: 'accept' })).status).toBe(303);
  expect(total((await stored(9))?.content)).toBe('70.00');
});

it('an accepted table is listed and taken back as a whole, with what was changed since named', async () => {
  const before = total((await stored(1))?.content);
  const rows = [`${office(0).canary}街,61,5`, `${office(1).canary}街,62,6`].join('\n');
  const preview = await upload(Buffer.from(`街道,自评得分,年初预算数（万元）\n${rows}`), '误.csv');
  const done = await send('/import', { ...carried(preview.text), intent: 'accept' });
  const address = done.headers.get('location') ?? '';
  const entry = /\?taken=(\d+)$/.exec(address)?.[1] ?? '';
  await correct(0, { 'scores.total.score': '77' });
  const page = plain(await (await reviewer.fetch(address)).text());
  expect(page).toMatch(new RegExp(`${office(0).name}（之后又有更改）：总分·自评分`));
  expect(page).toMatch(/三、已导入的汇总表[\s\S]*更正\.xlsx[\s\S]*误\.csv/);
  const audit = plain(await (await reviewer.fetch(`${base}/settings/audit?action=round`)).text());
  expect(audit.includes(`href="${base}/import?taken=${entry}"`)).toBe(true);

  const undo = (visitor = reviewer, number = entry) =>
    send(`/import?taken=${number}`, { intent: 'undo', entry: number }, visitor);
  const written = (await trail()).length;
  for (const [answer, status] of [
    [await undo(foreign), 404],
    [await undo(reviewer, '999999'), 404],
    [await undo(reviewer, 'x'), 404],
  ] as const)
    expect(answer.status).toBe(status);
  for (const _ of [1, 2]) {
    const undone = await undo();
    expect([undone.status, undone.headers.get('location')]).toEqual([303, address]);
  }
  const after = plain(await (await reviewer.fetch(address)).text());
  expect(after).toMatch(/撤销：2 个街道恢复原来的内容，共 3 处/);
  expect(after).toMatch(new RegExp(`保持不变[\\s\\S]*${office(0).name}（之后又有更改）：总分·自评分`));
  expect(after).not.toContain('撤销整张表');
  expect([total((await stored(0))?.content), total((await stored(1))?.content)]).toEqual(['77.00', before]);
  const undoings = await readScope(world.home.reviewer, (db) =>
    findAllAudit(db, { action: 'round.table_undo' }),
  );
  expect([undoings.length, (await trail()).length]).toEqual([1, written]);

  const [last] = await trail();
  await correct(0, { 'scores.total.score': '78' });
  const refused = await undo(reviewer, String(last?.seq));
  expect([refused.status, plain(await refused.text())]).toEqual([
    409,
    expect.stringContaining('没有可以撤销的内容'),
  ]);
});

it('another district’s reviewer finds no page, no template and no way to write', async () => {
  for (const path of ['/import', '/template.xlsx']) {
    expect((await foreign.fetch(base + path)).status).toBe(404);
    expect((await send(path, { intent: 'accept' }, foreign)).status).toBe(404);
  }
});

describe('hostile files and forms never break the server', () => {
  const rows = (text: string) => Buffer.from(`街道,自评得分\n${text}`);
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['nothing', 'a.csv', () => Buffer.alloc(0)],
    ['zero bytes', 'a.csv', () => Buffer.alloc(1000)],
    ['no text', 'a.csv', () => Buffer.from([0xff, 0x00, 0x81, 0x00])],
    ['quotes that never close', 'a.csv', () => rows(`"${'甲'.repeat(100_000)}`)],
    ['half a million separators', 'a.csv', () => Buffer.alloc(500_000, ',')],
    ['too many rows', 'a.csv', () => rows('甲,1\n'.repeat(20_000))],
    [
      'a thousand columns',
      'a.csv',
      () => Buffer.from(`街道,${'自评得分,'.repeat(1_000)}\n甲${',1'.repeat(1_000)}`),
    ],
    ['a heading without end', 'a.csv', () => Buffer.from(`街道,${'预算'.repeat(50_000)}\n甲,1`)],
    ['prototype names', 'a.csv', () => rows('__proto__,1\nconstructor,2')],
    ['control characters', 'a.csv', () => rows('甲\u0007\u202e街,1\u0000')],
    ['beyond 5 MB', 'a.csv', () => Buffer.alloc(5 * 1024 * 1024 + 1, '1')],
    ['a figure without end', 'a.csv', () => rows(`鹤鸣1号街,${'9'.repeat(100_000)}`)],
    ['a bomb', 'a.xlsx', () => zipFile([{ name: 'xl/a.xml', content: 'a', size: 2 ** 31 }])],
    ['an archive of something else', 'a.xlsx', () => zipFile([{ name: 'a.txt', content: 'a' }])],
    ['zip-slip', 'a.xlsx', () => zipFile([{ name: '../../xl/a.xml', content: 'a' }])],
    ['a truncated workbook', 'a.xlsx', async () => (await template()).subarray(0, 9_000)],
    ['the old format', 'a.xls', () => Buffer.from('\xd0\xcf\x11\xe0', 'latin1')],
    ['a script', 'a.csv.exe', () => rows('甲,1')],
    ['a name of slashes', '../../a.csv', () => rows('鹤鸣1号街,没有')],
  ])('%s', async (_, name, make) => {
    const { status, text } = await upload(await make(), name);
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
    expect(text).toMatch(/没有写入任何内容|尚未写入/);
  });

  it('a merged cell over a whole sheet', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [
            ['街道', '自评得分'],
            ['鹤鸣1号街', 1],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 1_048_575, endCol: 16_383 }] as never,
        },
      ],
    });
    const { status } = await upload(new Uint8Array(file));
    expect(status).toBeLessThan(500);
  });

  it.each<[Record<string, string>]>([
    [{}],
    [{ intent: 'accept' }],
    [{ intent: 'check', fileName: 'a.csv', document: '!!!' }],
    [{ intent: 'accept', fileName: 'a.csv', document: '5aSn', seen: '[1]', sha256: 'x' }],
    [
      {
        intent: 'accept',
        fileName: 'a.csv',
        document: '5aSn',
        seen: '{"a":"b"}',
        'office.0': 'x',
        unit: '斤',
      },
    ],
    [{ intent: 'nothing' }],
  ])('a form without what it should carry: %j', async (fields) => {
    for (const path of ['/import', '/template.xlsx']) {
      const { status } = await send(path, fields);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });

  it('neither a form twice as large nor another address takes a body of that size', async () => {
    const headers = { origin: testOrigin, 'content-type': 'text/plain' };
    const post = (path: string, bytes: number) =>
      reviewer.fetch(base + path, { method: 'POST', body: new Uint8Array(bytes), headers });
    expect((await post('/import', 22 * 1024 * 1024)).status).toBe(413);
    expect((await post('/progress', 3 * 1024 * 1024)).status).toBe(413);
  });
});

function total(content: { scores: { node: string; score: string }[] } | undefined): string | undefined {
  return content?.scores.find(({ node }) => node === 'total')?.score;
}

/** What an office sent. */
function sent(index: number) {
  const content = {
    ...fullContent('鹤鸣'),
    amounts: { budget_total: '101583600.00', executed_total: '98765432.10' },
  };
  return withScope(world.home.approvers[index] as Scope, (db) =>
    insertRevision(db, {
      officeId: office(index).id,
      year: 2025,
      status: 'submitted',
      origin: 'filed',
      content,
      findings: [],
      submittedAt: '2026-02-01T00:00:00.000Z',
    }),
  );
}

/** Somebody else changes an office by a table of his own. */
async function correct(index: number, figures: Record<string, string>) {
  const file = await editWorkbook(await template(), (sheet) => {
    for (const [field, text] of Object.entries(figures))
      sheet('汇总表').set(office(index).code, field, Number(text));
  });
  const preview = await upload(file, '更正.xlsx');
  expect((await send('/import', { ...carried(preview.text), intent: 'accept' })).status).toBe(303);
}

function approver(index: number) {
  const token = openSession(test.database, world.home.approvers[index]?.accountId ?? '');
  return { fetch: async (path: string) => new Visitor(server, await token).fetch(path) };
}

async function template(search = ''): Promise<Uint8Array> {
  const answer = await reviewer.fetch(`${base}/template.xlsx${search}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function upload(file: Uint8Array, name = '表.xlsx') {
  const body = new FormData();
  body.set('intent', 'read');
  body.set('file', new File([new Uint8Array(file)], name));
  const answer = await reviewer.fetch(`${base}/import`, {
    method: 'POST',
    body,
    headers: { origin: testOrigin },
  });
  return { status: answer.status, text: plain(await answer.text()) };
}

function send(path: string, fields: Record<string, string>, visitor = reviewer) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return visitor.fetch(base + path, { method: 'POST', body, headers: { origin: testOrigin } });
}

/** What the preview's own form carries: hidden fields, and the choices as they stand. */
function carried(page: string): Record<string, string> {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)]));
  for (const [, name = '', options = ''] of page.matchAll(/<select name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  return fields;
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#x27;', "'");
}

/** Without what React puts between texts. */
function plain(html: string): string {
  return html.replaceAll('<!-- -->', '');
}
