import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#app/server.ts';
import { saveDraft } from '#app/usecases/save-draft.server.ts';
import { submitReport } from '#app/usecases/submit-report.server.ts';
import { readDraft } from '#app/usecases/view-form.server.ts';
import { kyselyOf } from '#db/client.server.ts';
import type { Scope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { docxBytes, jpgBytes, pdfBytes, pngBytes, xlsxBytes, zipBomb } from '#test/helpers/evidence-file.ts';
import { openSession, startTestServer, testOrigin, Visitor } from '#test/helpers/front.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';

let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;
let place: { code: string; preparer: Scope; approver: Scope; visitor: Visitor };
let used = -1;
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
  used += 1;
  const { offices, preparers, approvers } = world.home;
  const [office, preparer, approver] = [offices[used], preparers[used], approvers[used]];
  if (!office || !preparer || !approver) throw new Error('The fixture has too few offices.');
  place = { code: office.code, preparer, approver, visitor: await visitorOf(preparer) };
});

describe('an upload', () => {
  it('is kept under its plain name and comes back byte by byte, as an attachment of its own kind', async () => {
    const files: [string, Buffer, string][] = [
      ['验收报告 "2025".pdf', pdfBytes('甲'), 'application/pdf'],
      ['照片😀.jpg', jpgBytes('乙'), 'image/jpeg'],
      ['a.png', pngBytes('丙'), 'image/png'],
      [
        '说明.docx',
        docxBytes('丁'),
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ],
      ['台账.xlsx', xlsxBytes('戊'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ];
    const answer = await attach(files.map(([name, bytes]) => [name, bytes]));
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/offices/${place.code}/2025/evidence?node=a11&attached=5`,
    ]);
    const page = await text('?attached=5');
    expect(page).toContain('已添加 5 个文件。');
    for (const [name, bytes, mediaType] of files) {
      const file = await download(await idOf(name));
      expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
      expect(file.headers.get('content-type')).toBe(mediaType);
      expect(file.headers.get('content-length')).toBe(`${bytes.length}`);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(file.headers.get('cache-control')).toContain('no-store');
      const disposition = file.headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''/);
      expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name);
    }
  });

  it.each([
    ['../../etc/报告.pdf', '报告.pdf'],
    ['C:\\temp\\报告.pdf', '报告.pdf'],
    ['报告\u202Egpj.pdf', '报告gpj.pdf'],
    ['报告\u0007\u0085.pdf', '报告.pdf'],
    [`${'𠮷'.repeat(200)}.pdf`, `${'𠮷'.repeat(100)}…${'𠮷'.repeat(11)}.pdf`],
    ["<img src=x onerror='x'>.pdf", "<img src=x onerror='x'>.pdf"],
  ])('named %j is kept as %j', async (stated, name) => {
    expect((await attach([[stated, pdfBytes(stated)]])).status).toBe(303);
    const disposition = (await download(await idOf(name))).headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name);
    expect(await text()).not.toContain('<img src=x');
  });

  it.each([
    ['another kind', 'a.exe', Buffer.from('MZ'), /“a\.exe”不是可以添加的格式/, /“a\.exe” is of a kind/],
    ['another content', 'a.pdf', docxBytes('x'), /“a\.pdf”的内容与扩展名不符/, /content of “a\.pdf” is not/],
    [
      'a web page',
      'a.pdf',
      Buffer.from('<html>'),
      /“a\.pdf”的内容与扩展名不符/,
      /content of “a\.pdf” is not/,
    ],
    ['nothing', 'a.png', Buffer.alloc(0), /“a\.png”是空文件/, /“a\.png” is empty/],
    [
      'too much',
      'a.pdf',
      pdfBytes('x', 10 * 1024 * 1024 + 1),
      /“a\.pdf”超过 10 MB/,
      /“a\.pdf” is larger than 10/,
    ],
    ['a bomb', 'a.docx', zipBomb(), /“a\.docx”的内部结构异常/, /“a\.docx” is built oddly/],
  ])('of %s is refused by name and reason; what was there stays', async (_what, name, bytes, zh, en) => {
    await attach([['原有.pdf', pdfBytes('原有')]]);
    const refused = await attach([
      [name, bytes],
      ['好的.pdf', pdfBytes('好的')],
    ]);
    const page = await refused.text();
    expect([refused.status, page]).toEqual([400, expect.stringMatching(zh)]);
    expect(page).toMatch(/已添加：好的\.pdf。原有文件不受影响。/);
    expect(await text()).toMatch(/原有\.pdf[\s\S]*好的\.pdf/);
    expect(await text()).not.toContain(`${name}（`);
    const english = await attach([[name, bytes]], 'a11', { 'accept-language': 'en' });
    expect(await english.text()).toMatch(en);
  });

  it('beyond what is taken at once is refused before it is read, in words', async () => {
    const bytes = Buffer.alloc(22 * 1024 * 1024);
    const zh = await attach([['a.pdf', bytes]]);
    expect([zh.status, await zh.text()]).toEqual([
      413,
      expect.stringContaining('没有添加任何文件，原有文件不受影响'),
    ]);
    const en = await attach([['a.pdf', bytes]], 'a11', { 'accept-language': 'en' });
    expect([en.status, await en.text()]).toEqual([413, expect.stringContaining('Nothing was attached')]);
  });

  it('without a file, an indicator or a whole body is told so', async () => {
    expect(await (await attach([['', Buffer.alloc(0)]])).text()).toContain('没有选择文件');
    expect(await (await attach([['a.pdf', pdfBytes('a')]], '')).text()).toContain('没有选择指标');
    expect(await (await attach([['a.pdf', pdfBytes('a')]], 'no\u0000ne')).text()).toContain('没有选择指标');
    const broken = await place.visitor.fetch(page(), {
      method: 'POST',
      body: '--x\r\nnot a part',
      headers: { origin: testOrigin, 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([broken.status, await broken.text()]).toEqual([400, expect.stringContaining('上传中断')]);
    expect(await readDraft(place.preparer, { officeCode: place.code, year: 2025 })).toMatchObject({
      version: 0,
    });
  });

  it('from another site is refused', async () => {
    const answer = await attach([['a.pdf', pdfBytes('a')]], 'a11', { origin: 'http://elsewhere.test' });
    expect(answer.status).toBe(403);
    expect(await text()).not.toContain('a.pdf');
  });

  it('into a report that was sent is refused, and says where it stands', async () => {
    await send();
    const answer = await attach([['a.pdf', pdfBytes('a')]]);
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('已提交区财政局')]);
    const closed = await text();
    expect(closed).toContain('佐证文件随该稿保留');
    expect(closed).not.toContain('type="file"');
  });
});

describe('a file', () => {
  it('is removed once; the second time says that it is gone', async () => {
    await attach([['a.pdf', pdfBytes('a')]]);
    const id = await idOf('a.pdf');
    const first = await place.visitor.post(page(), { intent: 'remove', id });
    expect(first.headers.get('location')).toBe(`/offices/${place.code}/2025/evidence?removed=1`);
    expect((await download(id)).status).toBe(404);
    const second = await place.visitor.post(page(), { intent: 'remove', id });
    expect(second.headers.get('location')).toBe(`/offices/${place.code}/2025/evidence?removed=0`);
    expect(await text('?removed=0')).toContain('该文件已不在填报中');
  });

  it('is not there for anybody else, and for the district once it was sent', async () => {
    await attach([['a.pdf', pdfBytes('a')]]);
    const id = await idOf('a.pdf');
    const { home, foreign } = world;
    const outsiders = await Promise.all(
      [home.preparers[used + 1], foreign.reviewer, foreign.leader, foreign.preparers[0], world.operator].map(
        (scope) => visitorOf(scope as Scope),
      ),
    );
    const [leader, reviewer] = [await visitorOf(home.leader), await visitorOf(home.reviewer)];
    for (const visitor of [...outsiders, leader, reviewer])
      expect((await visitor.fetch(`${page()}/${id}`)).status).toBe(404);
    await send();
    for (const visitor of outsiders) {
      expect((await visitor.fetch(`${page()}/${id}`)).status).toBe(404);
      expect((await visitor.fetch(page())).status).toBe(404);
      expect([403, 404]).toContain((await visitor.post(page(), { intent: 'remove', id })).status);
    }
    for (const visitor of [leader, reviewer]) {
      expect((await visitor.fetch(`${page()}/${id}`)).status).toBe(200);
      expect(await (await visitor.fetch(page())).text()).toContain('a.pdf');
      expect((await visitor.post(page(), { intent: 'remove', id })).status).toBe(403);
    }
    const review = await leader.fetch(`/districts/${home.code}/2025/review/${place.code}`);
    expect(await review.text()).toContain(`${page()}/${id}`);
    // its own address alone leads to it
    const next = world.home.offices[used + 1]?.code;
    expect((await leader.fetch(`/offices/${next}/2025/evidence/${id}`)).status).toBe(404);
    expect((await leader.fetch(`/offices/${place.code}/2024/evidence/${id}`)).status).toBe(404);
  });

  it.each(['x', '%00', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`, "' or 1=1"])(
    'of the odd id %j is not there',
    async (id) => {
      const answer = await place.visitor.fetch(`${page()}/${encodeURIComponent(id)}`);
      expect(answer.status).toBe(404);
      const removal = await place.visitor.post(page(), { intent: 'remove', id });
      expect(removal.headers.get('location')).toContain('removed=0');
    },
  );

  it('that somebody changed in the database behind the product is noticed by the database', async () => {
    await attach([['a.pdf', pdfBytes('a')]]);
    const change = sql`update evidence_files set content = 'x' where id = ${await idOf('a.pdf')}`;
    await expect(change.execute(kyselyOf(test.owner))).rejects.toThrow(/check/);
  });
});

function page(): string {
  return `/offices/${place.code}/2025/evidence`;
}

async function text(query = ''): Promise<string> {
  return (await place.visitor.fetch(page() + query)).text();
}

function download(id: string) {
  return place.visitor.fetch(`${page()}/${id}`);
}

function attach(files: [string, Buffer][], node = 'a11', headers: Record<string, string> = {}) {
  const form = new FormData();
  form.set('intent', 'attach');
  form.set('node', node);
  for (const [name, bytes] of files) form.append('file', new File([new Uint8Array(bytes)], name));
  return place.visitor.fetch(page(), {
    method: 'POST',
    body: form,
    headers: { origin: testOrigin, 'accept-language': 'zh-CN', ...headers },
  });
}

async function idOf(name: string): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select f.id from evidence_files f join offices o on o.id = f.office_id
    where o.code = ${place.code} and file_name = ${name}`.execute(kyselyOf(test.owner));
  return rows[0]?.id ?? 'no such file';
}

async function send(): Promise<void> {
  const key = { officeCode: place.code, year: 2025 };
  const values = {
    goal: '目标',
    'amounts.budget_total': '100',
    'amounts.executed_total': '90',
    'rates.execution_rate': '90',
    'scores.total.score': '100',
    'scores.a.score': '60',
    'scores.a1.score': '60',
    'scores.a11.score': '60',
    'scores.b.score': '40',
    'problems.1.text': '部分项目进度偏慢',
    'measures.1.text': '按月通报进度',
    'measures.1.problem': '1',
    preparer_name: '测试填报人',
    preparer_phone: '000-00000000',
  };
  const changes = Object.entries(values).map(([field, to]) => ({ field, from: '', to }));
  await saveDraft(place.preparer, { ...key, changes }, now);
  const seen = (await readDraft(place.approver, key))?.version ?? 0;
  await submitReport(place.approver, { ...key, seen }, now);
}

async function visitorOf({ accountId }: Scope): Promise<Visitor> {
  return new Visitor(server, await openSession(test.database, accountId ?? ''));
}
