import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages as zh } from '#app/lib/i18n/catalogue/zh-CN/import.ts';
import type { UploadProblem } from '#app/lib/upload-problem.ts';
import type { RunningServer } from '#app/server.ts';
import type { ImportRefusalCode } from '#app/usecases/import-refusal.ts';
import { kyselyOf } from '#db/client.server.ts';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { docxFile, docxParts } from '#test/helpers/docx-file.ts';
import { startTestServer, testOrigin, Visitor } from '#test/helpers/front.ts';
import { gb18030 } from '#test/helpers/gb18030.ts';
import { lockedPdf, pdfFile } from '#test/helpers/pdf-file.ts';
import { zipFile } from '#test/helpers/zip-file.ts';

const baihedong = '/offices/440103001';
const jiahe = '/offices/440103002';
const report = readFileSync(new URL('../fixtures/reports/baihedong-2023.txt', import.meta.url));
const reportText = report.toString();
const of2022 = reportText.replaceAll('2023', '2022');

let test: TestDatabase;
let server: RunningServer;
let preparer: Visitor;
let reviewer: Visitor;

beforeAll(async () => {
  test = await testDatabase();
  await loadDemo(test.database);
  // what is imported here is of a year that the demo has closed
  await kyselyOf(test.owner).updateTable('rounds').set({ status: 'open' }).where('year', '=', 2022).execute();
  server = await startTestServer(test.database);
  preparer = await signedIn('preparer');
  reviewer = await signedIn('reviewer');
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

interface Case {
  code: ImportRefusalCode | UploadProblem;
  status: number;
  /** What the message names, in both languages. */
  names?: string[];
  address?: string;
  as?: 'reviewer';
  files?: File[];
}

const refusals: Case[] = [
  { code: 'no_file', status: 400, files: [] },
  { code: 'no_file', status: 400, files: [new File([], '')] },
  { code: 'many_files', status: 400, files: [fileOf(of2022), fileOf(of2022)] },
  { code: 'unknown_type', status: 400, files: [fileOf('MZ', 'setup.exe')], names: ['setup.exe'] },
  { code: 'old_word', status: 400, files: [fileOf('MZ', '报告.doc')], names: ['报告.doc', '.docx'] },
  { code: 'wrong_content', status: 400, files: [fileOf('MZ', '报告.docx')], names: ['报告.docx'] },
  { code: 'unreadable_file', status: 400, files: [fileOf('PK', '报告.docx')], names: ['报告.docx', '.txt'] },
  { code: 'unreadable_file', status: 400, files: [fileOf('%PDF-1.7', 'a.PDF')], names: ['a.PDF'] },
  {
    code: 'unsafe_archive',
    status: 400,
    files: [asFile(zipFile([{ name: '../a', content: '' }]), 'a.docx')],
  },
  { code: 'unsafe_archive', status: 400, files: [asFile(zipBomb(), '报告.docx')], names: ['报告.docx'] },
  { code: 'encrypted', status: 400, files: [asFile(lockedPdf(), 'a.pdf')], names: ['a.pdf'] },
  { code: 'no_text_layer', status: 400, files: [asFile(pdfFile(''), '扫描.pdf')], names: ['扫描.pdf'] },
  { code: 'other_year', status: 400, files: [asFile(docxFile(reportText.split('\n')), '报告.docx')] },
  { code: 'empty_file', status: 400, files: [fileOf('', '空.txt')], names: ['空.txt'] },
  { code: 'too_large', status: 413, files: [new File([new Uint8Array(20 * 1024 * 1024 + 1)], '大.txt')] },
  { code: 'unreadable', status: 400, files: [fileOf('自评\0报告')] },
  { code: 'not_a_report', status: 400, files: [fileOf('今天天气很好。'.repeat(50))] },
  { code: 'too_long', status: 413, files: [fileOf('报'.repeat(200_001))], names: ['200,001', '200,000'] },
  {
    code: 'beyond_range',
    status: 400,
    files: [fileOf(of2022.replace('10158.36', '9'.repeat(30)))],
    names: ['9'.repeat(30)],
  },
  {
    code: 'other_office',
    status: 400,
    as: 'reviewer',
    address: `${jiahe}/2022/import`,
    names: ['嘉禾街道', '白鹤洞街道'],
  },
  { code: 'other_year', status: 400, files: [fileOf(reportText)], names: ['2023', '2022'] },
  { code: 'no_round', status: 400, address: `${baihedong}/2031/import`, names: ['2031'] },
  {
    code: 'round_closed',
    status: 409,
    address: `${baihedong}/2021/import`,
    files: [fileOf(reportText.replaceAll('2023', '2021'))],
  },
  {
    code: 'submitted',
    status: 409,
    address: `${baihedong}/2023/import`,
    files: [fileOf(reportText)],
    names: ['2023'],
  },
];

describe('a refusal says what happened, that nothing was written, and what to do', () => {
  it.each(refusals)('$code', async ({ code, status, names = [], address, as, files }) => {
    const before = await countRows();
    for (const language of ['zh-CN', 'en'] as const) {
      const visitor = as === 'reviewer' ? reviewer : preparer;
      visitor.cookies.set('lang', language);
      const answer = await upload(visitor, address ?? `${baihedong}/2022/import`, files ?? [fileOf(of2022)]);
      const alert = alertOf(await answer.text());
      expect([code, answer.status]).toEqual([code, status]);
      expect(alert).toContain(
        language === 'en' ? 'Nothing was imported and nothing was written' : zh.refused,
      );
      for (const name of names) expect(alert).toContain(name);
      expect(alert).not.toContain('{{');
      if (language === 'zh-CN') expect(alert).toContain(zh.refusal[code].split(/\{\{\w+\}\}/).at(-1));
      else expect(alert).toMatch(/Choose|Save|Check|Upload|Correct|Ask|ask/);
    }
    expect(await countRows()).toEqual(before);
  });

  it('an upload beyond the limit of the front is told so once it was received', async () => {
    const file = new File([new Uint8Array(24 * 1024 * 1024)], 'a.txt');
    const answer = await upload(preparer, `${baihedong}/2022/import`, [file]);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(/20 MB.*nothing was written/s);
  });
});

describe('an odd upload is refused or read, never a failure', () => {
  const address = `${baihedong}/2022/import`;
  const boundary = 'xyz';
  const part = (head: string, body: string) => `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`;
  const intent = part('Content-Disposition: form-data; name="intent"', 'read');
  const named = (name: string) => part(`Content-Disposition: form-data; name="file"; filename=${name}`, 'x');
  const bodies: [string, string | Uint8Array<ArrayBuffer>, string?][] = [
    ['nothing', ''],
    ['no part', `--${boundary}--\r\n`],
    [
      'a broken-off part',
      `${intent}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a`,
    ],
    ['no end', intent],
    ['another boundary', intent, 'multipart/form-data; boundary=other'],
    ['no boundary', intent, 'multipart/form-data'],
    ['an empty boundary', intent, 'multipart/form-data; boundary='],
    ['no type of a form', intent, 'application/json'],
    ['no type at all', intent, ''],
    ['a part without a name', `${part('Content-Disposition: form-data', 'x')}--${boundary}--`],
    ['a file name of a path', `${intent}${named('"../../etc/passwd"')}--${boundary}--\r\n`],
    ['a file name with a zero', `${intent}${named('"a\0.txt"')}--${boundary}--\r\n`],
    ['a file name with line ends', `${intent}${named('"a%0D%0A.txt"')}--${boundary}--\r\n`],
    ['a file name that turns', `${intent}${named('"\u202Etxt.exe"')}--${boundary}--\r\n`],
    ['a file name without quotes', `${intent}${named('a.txt')}--${boundary}--\r\n`],
    ['a file name of markup', `${intent}${named('"<script>alert(\'x\')</script>.txt"')}--${boundary}--\r\n`],
    ['a very long file name', `${intent}${named(`"${'长'.repeat(5000)}.txt"`)}--${boundary}--\r\n`],
    [
      'a file as the intent',
      `${part('Content-Disposition: form-data; name="intent"; filename="a"', 'read')}--${boundary}--`,
    ],
    ['many parts', `${intent.repeat(20_000)}--${boundary}--\r\n`],
    ['bytes', Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 256)],
  ];

  it.each(bodies)('%s', async (_, body, type = `multipart/form-data; boundary=${boundary}`) => {
    const before = await countRows();
    const headers = { origin: testOrigin, ...(type && { 'content-type': type }) };
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const answer = await preparer.fetch(address, { method: 'POST', body: bytes, headers });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(alertOf(html)).not.toBe('');
    expect(html).not.toContain("<script>alert('x')");
    expect(await countRows()).toEqual(before);
  });

  it('an unknown length is refused by the front', async () => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(intent));
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { origin: testOrigin } };
    expect(
      (await preparer.fetch(address, init as RequestInit & { headers: Record<string, string> })).status,
    ).toBe(400);
  });

  it.each([
    ['200,000 characters of noise', noise(200_000), 400],
    ['a report that ends in noise', of2022 + noise(200_000 - of2022.length), 303],
    ['one line without end', '甲区乙街道2022年部门整体支出'.repeat(12_000), 400],
  ])('%s', async (_, text, status) => {
    const answer = await upload(preparer, address, [fileOf(text)]);
    expect(answer.status).toBe(status);
  });

  it('a report in UTF-16 is read as in UTF-8', async () => {
    const utf16 = Buffer.from(`\uFEFF${of2022}`, 'utf16le');
    const page = await keep(preparer, address, new File([utf16], '报告.txt'));
    expect(await (await preparer.fetch(page)).text()).toContain('10,158.36');
  });
});

describe('a kept report', () => {
  const address = `${baihedong}/2022/import`;
  let page: string;

  beforeAll(async () => {
    preparer.cookies.set('lang', 'zh-CN');
    page = await keep(preparer, address, fileOf(of2022));
  });

  it('is shown with its original, and neither form nor submission is touched', async () => {
    const html = await (await preparer.fetch(page)).text();
    expect(html).toContain('10,158.36');
    expect(html).toContain(`${page}/original`);
    expect(await (await preparer.fetch(`${baihedong}/2022`)).text()).not.toContain('10,158.36');
  });

  it('comes back byte for byte, to be saved and not shown, to office and not to others', async () => {
    const answer = await preparer.fetch(`${page}/original`);
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(of2022);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E8%87%AA/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect((await (await signedIn('approver')).fetch(`${page}/original`)).status).toBe(200);
    for (const other of ['reviewer', 'leader', 'operator'])
      expect([other, (await (await signedIn(other)).fetch(`${page}/original`)).status]).toEqual([other, 404]);
  });

  it('is not there under another office, year or id', async () => {
    const id = page.split('/').at(-1);
    for (const elsewhere of [
      `${baihedong}/2023/import/${id}`,
      `${address}/${randomUUID()}`,
      `${address}/${id}x`,
      `${address}/%00`,
      `${address}/..%2f${id}`,
    ])
      expect([elsewhere, (await preparer.fetch(elsewhere)).status]).toEqual([elsewhere, 404]);
    expect((await preparer.fetch(`${jiahe}/2022/import/${id}`)).status).toBe(404);
    expect((await reviewer.fetch(`${jiahe}/2022/import/${id}`)).status).toBe(404);
    expect((await reviewer.fetch(page)).status).toBe(404);
    expect((await post(reviewer, page, { intent: 'accept', take: 'all' })).status).toBe(404);
  });

  it('a form that was tampered with writes nothing', async () => {
    const before = await countRows();
    const fields = await fieldsOf(preparer, page);
    const changes: [Record<string, string>, number][] = [
      [{ intent: 'publish' }, 400],
      [{ take: 'nothing' }, 400],
      [{ take: 'section:nothing' }, 400],
      [{ take: 'chosen', item: 'amounts.nothing' }, 303],
      [{ take: 'chosen', item: '__proto__' }, 303],
      [{ take: 'all', 'seen.amounts.budget_total': 'x' }, 409],
      [{ take: 'all', 'seen.amounts.budget_total': '' }, 409],
    ];
    for (const [change, status] of changes) {
      const answer = await post(preparer, page, { ...fields, ...change });
      expect([change, answer.status]).toEqual([change, status]);
      if (status !== 303) expect(alertOf(await answer.text())).not.toBe('');
    }
    expect((await post(preparer, page, { intent: 'accept', take: 'all' })).status).toBe(409);
    expect(await countRows()).toEqual(before);
  });

  it('is accepted once, however often it is clicked, and the page tells so after a reload', async () => {
    const before = await countRows();
    const fields = await fieldsOf(preparer, page);
    const answers = await Promise.all(
      [1, 2, 3].map(() => post(preparer, `${page}?unit=yi`, { ...fields, take: 'all' })),
    );
    const to = answers.map((answer) => answer.headers.get('location') ?? '');
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const [saved] = to.filter((one) => /done=\d/.test(one));
    expect(saved).toMatch(/\?unit=yi&done=\d+$/);
    for (const _ of ['first', 'reloaded'])
      expect(await (await preparer.fetch(saved ?? '')).text()).toMatch(/role="status"[\s\S]*已写入 \d+ 栏/);
    const after = await countRows();
    const added = (table: string) => (after[table] ?? 0) - (before[table] ?? 0);
    expect(['documents', 'submissions', 'revisions', 'audit'].map(added)).toEqual([0, 1, 1, 1]);
    const district = await (await reviewer.fetch(`${baihedong}/2022`)).text();
    expect(await (await preparer.fetch(`${baihedong}/2022`)).text()).toContain('10,158.36');
    expect(district).not.toMatch(/10,158\.36|101583600/);
    expect(district).not.toContain(`${baihedong}/2022/import`);
  });

  it('is undone without the file, and the page tells what was restored', async () => {
    const answer = await post(preparer, page, { intent: 'undo' });
    expect(answer.status).toBe(303);
    const html = await (await preparer.fetch(answer.headers.get('location') ?? '')).text();
    expect(html).toMatch(/已撤销导入，恢复 \d+ 栏/);
    expect((await post(preparer, page, { intent: 'undo' })).status).toBe(409);
    expect(await (await preparer.fetch(`${baihedong}/2022`)).text()).not.toContain('10,158.36');
  });

  it('the reviewer cannot replace the draft behind it, nor see what is in it', async () => {
    const card = await reviewer.fetch(address);
    const answer = await upload(reviewer, address, [fileOf(of2022)]);
    expect([card.status, answer.status]).toEqual([200, 409]);
    expect((await card.text()) + (await answer.text())).not.toContain('96.12');
  });
});

describe('taking a kept report out again', () => {
  const form = `${baihedong}/2022/import`;
  it('is done for whoever uploaded it, tells so, and finds nothing the second time', async () => {
    const page = await keep(preparer, form, fileOf(`${of2022}\n`));
    expect((await (await preparer.fetch(page)).text()).includes('删除这份报告')).toBe(true);
    expect((await post(reviewer, page, { intent: 'remove' })).status).toBe(404);
    const removed = await post(preparer, page, { intent: 'remove' });
    expect([removed.status, removed.headers.get('location')]).toEqual([303, `${form}?removed=1`]);
    const list = await (await preparer.fetch(`${form}?removed=1`)).text();
    expect([list.includes('已删除报告及其原件'), list.includes(page)]).toEqual([true, false]);
    for (const address of [page, `${page}/original`])
      expect((await preparer.fetch(address)).status).toBe(404);
    expect((await post(preparer, page, { intent: 'remove' })).status).toBe(404);
  });

  it('is refused in words once something was accepted from it, and writes nothing', async () => {
    const page = await keep(preparer, form, fileOf(`${of2022}\n\n`));
    const fields = { ...(await fieldsOf(preparer, page)), intent: 'accept', take: 'section:basics' };
    expect((await post(preparer, page, fields)).status).toBe(303);
    const before = await countRows();
    const refused = await post(preparer, page, { intent: 'remove' });
    const text = await refused.text();
    expect([refused.status, text.includes('已从这份报告采用过内容')]).toEqual([409, true]);
    expect(text.includes('删除这份报告')).toBe(false);
    expect(await countRows()).toEqual(before);
    expect((await post(preparer, page, { intent: 'undo' })).status).toBe(303);
  });
});

describe('keeping', () => {
  const address = `${baihedong}/2022/import`;

  it('the file is kept unchanged, whatever its encoding and line ends', async () => {
    const bytes = gb18030(of2022.replaceAll('\n', '\r\n').replace('96.12%', '96.15%'));
    await keep(preparer, address, new File([bytes], '国标.txt'));
    const stored = await storedAs('国标.txt');
    expect(stored.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(stored.bytes).toBe(bytes.length);
    expect(Buffer.from(stored.content).equals(Buffer.from(bytes))).toBe(true);
    expect(stored.text).toContain('完成预算的 96.15%。');
    expect(stored.text).toContain('\r\n');
  });

  it('of a Word document both the bytes and the text that was read are kept', async () => {
    const bytes = docxFile(of2022.replace('96.12%', '96.16%').split('\n'));
    await keep(preparer, address, asFile(bytes, '报告.docx'));
    const stored = await storedAs('报告.docx');
    expect(stored.media_type).toMatch(/wordprocessingml/);
    expect(Buffer.from(stored.content).equals(bytes)).toBe(true);
    expect(stored.text).toContain('完成预算的 96.16%。');
  });

  it('a Word document of 18 MB is kept, comes back whole, and is accepted from its address', async () => {
    const lines = of2022.replace('96.12%', '96.17%').split('\n');
    const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
    const picture = { name: 'word/media/image1.jpg', content: randomBytes(18 * 1024 * 1024) };
    const bytes = zipFile([...docxParts(body), picture]);
    const page = await keep(preparer, address, asFile(bytes, '带图.docx'));
    const original = Buffer.from(await (await preparer.fetch(`${page}/original`)).arrayBuffer());
    expect(original.equals(bytes)).toBe(true);
    const fields = await fieldsOf(preparer, page);
    expect((await post(preparer, page, { ...fields, take: 'section:money' })).status).toBe(303);
    expect((await post(preparer, page, { intent: 'undo' })).status).toBe(303);
  });

  function storedAs(name: string) {
    return kyselyOf(test.owner)
      .selectFrom('documents as d')
      .innerJoin('document_files as f', (join) =>
        join.onRef('f.district_id', '=', 'd.district_id').onRef('f.id', '=', 'd.id'),
      )
      .select(['sha256', 'bytes', 'text', 'media_type', 'content'])
      .where('file_name', '=', name)
      .executeTakeFirstOrThrow();
  }
});

it('the reviewer publishes a report as submitted, and the next one is compared with it', async () => {
  const report = of2022.replaceAll('白鹤洞', '嘉禾');
  reviewer.cookies.set('lang', 'zh-CN');
  const page = await keep(reviewer, `${jiahe}/2022/import`, fileOf(report));
  const fields = await fieldsOf(reviewer, page);
  expect((await post(reviewer, page, { ...fields, take: 'all' })).status).toBe(303);
  const row = await kyselyOf(test.owner)
    .selectFrom('submissions')
    .select(['status', 'origin'])
    .where('year', '=', 2022)
    .where('origin', '=', 'public_report')
    .execute();
  expect(row).toEqual([{ status: 'submitted', origin: 'public_report' }]);
  const next = await keep(reviewer, `${jiahe}/2022/import`, fileOf(report.replace('96.12%', '96.20%')));
  expect(await (await reviewer.fetch(next)).text()).toMatch(/96\.20%[\s\S]*96\.12%/);
});

it('the link to the page is on the card for who may use it', async () => {
  const link = (year: number) => `href="${baihedong}/${year}/import"`;
  const card = async (visitor: Visitor, year: number) => (await visitor.fetch(`${baihedong}/${year}`)).text();
  expect(await card(preparer, 2021)).toContain(link(2021));
  expect(await card(reviewer, 2021)).toContain(link(2021));
  expect(await card(preparer, 2023)).not.toContain(link(2023));
  for (const reader of ['leader', 'approver'])
    expect(await card(await signedIn(reader), 2021)).not.toContain(link(2021));
});

async function signedIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(server);
  await visitor.signIn(name, demoPassword);
  return visitor;
}

function fileOf(text: string, name = '自评报告.txt'): File {
  return new File([text], name);
}

function asFile(bytes: Buffer, name: string): File {
  return new File([new Uint8Array(bytes)], name);
}

function upload(visitor: Visitor, address: string, files: File[]) {
  const body = new FormData();
  body.set('intent', 'read');
  for (const file of files) body.append('file', file);
  return visitor.fetch(address, { method: 'POST', body, headers: { origin: testOrigin } });
}

function post(visitor: Visitor, address: string, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return visitor.fetch(address, { method: 'POST', body, headers: { origin: testOrigin } });
}

/** Uploads a report and gives the address of its page. */
async function keep(visitor: Visitor, address: string, file: File): Promise<string> {
  const answer = await upload(visitor, address, [file]);
  expect([answer.status, alertOf(await answer.text())]).toEqual([303, '']);
  return answer.headers.get('location') ?? '';
}

/** The hidden fields of the form on a report's page. */
async function fieldsOf(visitor: Visitor, page: string): Promise<Record<string, string>> {
  const html = await (await visitor.fetch(page)).text();
  const form = html.slice(html.indexOf('id="accept"'));
  const inputs = form.matchAll(/<input type="hidden" name="([\w.]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** The words of the page's alert. */
function alertOf(html: string): string {
  return (/role="alert"[^>]*>(.*?)<\/div>/s.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ' ');
}

/** A Word document that would unpack to 200 MB of zeros. */
function zipBomb(): Buffer {
  const types = { name: '[Content_Types].xml', content: '<Types/>' };
  return zipFile([
    types,
    { name: 'word/document.xml', content: Buffer.alloc(200 * 1024 * 1024), deflated: true },
  ]);
}

function noise(length: number): string {
  const characters = '得分自评为0123456789。，万元预算数执行街道区市\n';
  let seed = 7;
  return Array.from({ length }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return characters[seed % characters.length];
  }).join('');
}

async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of [
    'documents',
    'document_files',
    'submissions',
    'revisions',
    'findings',
    'quotes',
    'audit',
  ] as const) {
    const count = kyselyOf(test.owner)
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('rows'));
    counts[table] = Number((await count.executeTakeFirstOrThrow()).rows);
  }
  return counts;
}
