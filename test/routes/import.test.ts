import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type UploadProblem, messages as zh } from '#app/lib/i18n/catalogue/zh-CN/import.ts';
import type { RunningServer } from '#app/server.ts';
import type { ImportRefusalCode } from '#app/usecases/import-refusal.ts';
import { kyselyOf } from '#db/client.server.ts';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { docxFile } from '#test/helpers/docx-file.ts';
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
    ['a report that ends in noise', of2022 + noise(200_000 - of2022.length), 200],
    ['one line without end', '甲区乙街道2022年部门整体支出'.repeat(12_000), 400],
  ])('%s', async (_, text, status) => {
    const answer = await upload(preparer, address, [fileOf(text)]);
    expect(answer.status).toBe(status);
  });

  it('a report in UTF-16 is read as in UTF-8', async () => {
    const utf16 = Buffer.from(`\uFEFF${of2022}`, 'utf16le');
    const answer = await upload(preparer, address, [new File([utf16], '报告.txt')]);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('10,158.36');
  });
});

describe('accepting', () => {
  const address = `${baihedong}/2022/import`;

  it('a form that was tampered with is refused and writes nothing', async () => {
    const before = await countRows();
    const fields = await previewFields(preparer, address, of2022);
    const changes: [Record<string, string>, number][] = [
      [{ document: btoa('MZ') }, 400],
      [{ sha256: '' }, 400],
      [{ document: Buffer.from(reportText).toString('base64') }, 400],
      [{ fileName: 'a.exe' }, 400],
      [{ version: '7' }, 409],
      [{ version: 'x' }, 409],
      [{ intent: 'publish' }, 400],
    ];
    for (const [change, status] of changes) {
      const answer = await post(preparer, address, { ...fields, ...change });
      expect([change, answer.status]).toEqual([change, status]);
      expect(alertOf(await answer.text())).not.toBe('');
    }
    for (const name of ['document', 'sha256', 'fileName']) {
      const { [name]: _, ...rest } = fields;
      expect((await post(preparer, address, rest)).status).toBe(400);
    }
    const elsewhere = await post(reviewer, `${jiahe}/2022/import`, fields);
    expect(elsewhere.status).toBe(400);
    expect((await post(preparer, `${jiahe}/2022/import`, fields)).status).toBe(404);
    expect(await countRows()).toEqual(before);
  });

  it('writes the office’s draft once, however often it is clicked, and leads to the report card', async () => {
    const before = await countRows();
    const fields = await previewFields(preparer, address, of2022);
    expect(await countRows()).toEqual(before);
    const answers = await Promise.all([1, 2, 3].map(() => post(preparer, `${address}?unit=yi`, fields)));
    for (const answer of answers) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`${baihedong}/2022?unit=yi`);
    }
    const after = await countRows();
    const added = (table: string) => (after[table] ?? 0) - (before[table] ?? 0);
    expect(['documents', 'submissions', 'revisions'].map(added)).toEqual([1, 1, 1]);
    // the import itself, and the fields of the form that it filled in
    expect(added('audit')).toBe(2);
    const own = await (await preparer.fetch(`${baihedong}/2022`)).text();
    const district = await (await reviewer.fetch(`${baihedong}/2022`)).text();
    expect(own).toContain('10,158.36');
    expect(district).not.toMatch(/10,158\.36|101583600/);
    expect(district).not.toContain(`${baihedong}/2022/import`);
  });

  it('the reviewer cannot replace that draft, nor see what is in it', async () => {
    const page = await reviewer.fetch(address);
    const answer = await upload(reviewer, address, [fileOf(of2022)]);
    expect([page.status, answer.status]).toEqual([200, 409]);
    expect((await page.text()) + (await answer.text())).not.toContain('96.12');
  });

  it('the reviewer files a published report as submitted, and reading it again compares the two', async () => {
    const report = of2022.replaceAll('白鹤洞', '嘉禾');
    const fields = await previewFields(reviewer, `${jiahe}/2022/import`, report);
    expect((await post(reviewer, `${jiahe}/2022/import`, fields)).status).toBe(303);
    const row = await kyselyOf(test.owner)
      .selectFrom('submissions')
      .select(['status', 'origin'])
      .where('year', '=', 2022)
      .where('origin', '=', 'public_report')
      .execute();
    expect(row).toEqual([{ status: 'submitted', origin: 'public_report' }]);
    reviewer.cookies.set('lang', 'zh-CN');
    const next = await upload(reviewer, `${jiahe}/2022/import`, [fileOf(report.replace('96.12%', '96.20%'))]);
    expect(await next.text()).toMatch(/96\.12%.*96\.20%/s);
  });

  it('the file is carried unchanged, whatever its encoding and line ends', async () => {
    const bytes = gb18030(of2022.replaceAll('\n', '\r\n').replace('96.12%', '96.15%'));
    const fields = await previewFields(preparer, address, new File([bytes], '国标.txt'));
    expect((await post(preparer, address, fields)).status).toBe(303);
    const stored = await kyselyOf(test.owner)
      .selectFrom('documents')
      .select(['sha256', 'bytes', 'text'])
      .where('file_name', '=', '国标.txt')
      .executeTakeFirstOrThrow();
    expect(stored.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(stored.bytes).toBe(bytes.length);
    expect(stored.text).toContain('完成预算的 96.15%。');
    expect(stored.text).toContain('\r\n');
  });

  it('of a Word document the text that was read is stored, and the quotes are stretches of it', async () => {
    const bytes = docxFile(of2022.replace('96.12%', '96.16%').split('\n'));
    const fields = await previewFields(preparer, address, asFile(bytes, '报告.docx'));
    expect((await post(preparer, address, fields)).status).toBe(303);
    const rows = await kyselyOf(test.owner)
      .selectFrom('documents as d')
      .innerJoin('revisions as r', (join) =>
        join.onRef('r.district_id', '=', 'd.district_id').onRef('r.document_id', '=', 'd.id'),
      )
      .innerJoin('quotes as q', (join) =>
        join
          .onRef('q.district_id', '=', 'r.district_id')
          .onRef('q.office_id', '=', 'r.office_id')
          .onRef('q.year', '=', 'r.year')
          .onRef('q.revision', '=', 'r.revision'),
      )
      .select(['d.media_type', 'd.bytes', 'd.text', 'q.text as words', 'q.start_offset', 'q.end_offset'])
      .where('d.file_name', '=', '报告.docx')
      .execute();
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row.media_type).toMatch(/wordprocessingml/);
      expect(row.bytes).toBe(bytes.length);
      expect(row.text).toContain('完成预算的 96.16%。');
      expect(row.text?.slice(row.start_offset, row.end_offset)).toBe(row.words);
    }
  });
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

/** The hidden fields of the form that the preview of a text offers. */
async function previewFields(
  visitor: Visitor,
  address: string,
  report: File | string,
): Promise<Record<string, string>> {
  const file = typeof report === 'string' ? fileOf(report) : report;
  const answer = await upload(visitor, address, [file]);
  expect(answer.status).toBe(200);
  const inputs = (await answer.text()).matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** The words of the page's alert. */
function alertOf(html: string): string {
  return (/role="alert"[^>]*>(.*?)<\/div>/s.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ' ');
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
  for (const table of ['documents', 'submissions', 'revisions', 'findings', 'quotes', 'audit'] as const) {
    const count = kyselyOf(test.owner)
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('rows'));
    counts[table] = Number((await count.executeTakeFirstOrThrow()).rows);
  }
  return counts;
}
