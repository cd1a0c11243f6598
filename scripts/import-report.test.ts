import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { docxFile } from '#test/helpers/docx-file.ts';
import { pdfFile } from '#test/helpers/pdf-file.ts';
import { publishedText } from '#test/helpers/report-record.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(path.join(tmpdir(), 'import-report-'));
const reports = ['baihedong-2023', 'jiahe-2023'].map((name) => `test/fixtures/reports/${name}.txt`);

afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    path.join(root, 'node_modules', '.bin', 'node'),
    [path.join(root, 'scripts', 'import-report.ts'), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: root },
      shell: process.platform === 'win32',
    },
  );
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

test('--json: one object a line, in the order given', () => {
  const { status, stdout, stderr } = run('--json', ...reports);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const records = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ source, office }) => [source, office])).toEqual([
    [reports[0], '白鹤洞街道'],
    [reports[1], '嘉禾街道'],
  ]);
  expect(records[1].amounts_yuan.expenditure_project).toBe(153249000);
  expect(records[1].amount_notes.expenditure_project).toMatch(/printed as 15324\.90元.*not applied/);
});

test('a file that cannot be read gives its reason, and the others are still read', () => {
  const sources = [
    path.join(folder, 'missing.txt'),
    file('empty.txt', ''),
    file('walk.txt', '今天天气很好，我们去公园散步。'),
    file('report.docx', 'PK'),
    folder,
    reports[0] ?? '',
  ];
  const { status, stdout } = run(...sources, '--json');
  expect(status).toBe(2);
  const records = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ source }) => source)).toEqual(sources);
  expect(records.slice(0, 5)).toEqual([
    { source: sources[0], error: 'there is no such file' },
    { source: sources[1], error: 'the file is empty' },
    { source: sources[2], error: 'no report of a street office found in it' },
    { source: sources[3], error: 'the file is damaged, or needs more than 10 seconds or 256 MB to read' },
    { source: sources[4], error: 'this is a folder' },
  ]);
  expect(records[5].year).toBe(2023);
});

test('a Word document is read, a PDF of pictures gets its reason', () => {
  const word = file('jiahe.docx', docxFile(publishedText('jiahe-2023').split('\n')));
  const scan = file('scan.pdf', pdfFile(''));
  const { status, stdout } = run(word, scan, '--json');
  const [read, refused] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(2);
  expect(read.amounts_yuan.expenditure_project).toBe(153249000);
  expect(refused.error).toMatch(/^the PDF has no text, only pictures/);
});

test('for people: what was read and what the checks find', () => {
  const { status, stdout } = run(reports[1] ?? '');
  expect(status).toBe(0);
  expect(stdout).toContain('白云区 嘉禾街道 2023');
  expect(stdout).toContain('原文 15324.90元，疑为万元');
  expect(stdout).toContain('核查发现：4');
});

test('no file: how to call it', () => expect(run().status).toBe(2));

test('forty reports in less than ten seconds', () => {
  const started = performance.now();
  expect(run('--json', ...Array.from({ length: 20 }, () => reports).flat()).status).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});
