import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formatAmount } from '#app/domain/figure-text.ts';
import { checkByName, findFindings } from '#app/domain/findings.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import {
  type CheckedReading,
  findingRecord,
  isOfficeReport,
  readReport,
  reportRecord,
  toSubmissionContent,
} from '#app/domain/report-text/index.ts';
import { readReportFile } from '#app/files/read-report.server.ts';
import { ReportFileError, type ReportFileErrorCode } from '#app/files/report-file-error.server.ts';
import { messages as zh } from '#app/lib/i18n/catalogue/zh-CN/domain.ts';

/**
 * `npm run import-report -- FILE… [--json]`: reads reports and prints what they state and what the checks find, as text or one
 * JSON object a line. Needs no database. Exit status 2 if a file could not be read; the others are read all the same.
 */
interface Unread {
  source: string;
  error: string;
}

const reasons: Record<ReportFileErrorCode, string> = {
  unknown_type: 'not a .docx, .pdf or .txt report',
  old_word: 'a document in the old Word format; save it as .docx',
  empty_file: 'the file is empty',
  too_large: 'the file is larger than 20 MB',
  unreadable: 'the file is not text in UTF-8 or GB18030',
  wrong_content: 'the file is not of the type that its name says',
  encrypted: 'the file is protected by a password',
  unsafe_archive: 'the file is packed as no Word report is: too large unpacked, too many parts or odd ones',
  no_text_layer: 'the PDF has no text, only pictures of pages; use the document it was printed from',
  unreadable_file: 'the file is damaged, or needs more than 10 seconds or 256 MB to read',
};

const args = process.argv.slice(2);
const files = args.filter((arg) => !arg.startsWith('--'));
const asJson = args.includes('--json');

if (files.length === 0) {
  console.error('Usage: npm run import-report -- FILE… [--json]');
  process.exitCode = 2;
}
// Word and PDF files wait for a process of their own; the answers come in the order given all the same.
for (const reading of files.map((source) => importOne(source))) {
  const result = await reading;
  console.log(asJson ? JSON.stringify('error' in result ? result : reportRecord(result)) : describe(result));
  if ('error' in result) process.exitCode = 2;
}

async function importOne(source: string): Promise<CheckedReading | Unread> {
  try {
    // npm runs scripts in the package's folder: a relative name counts from where the user stands
    const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), source);
    const { text } = await readReportFile(file, await readFile(file));
    return check(source, text);
  } catch (error) {
    return { source, error: reasonOf(error) };
  }
}

function check(source: string, text: string): CheckedReading | Unread {
  const reading = readReport(text);
  if (!isOfficeReport(reading)) return { source, error: 'no report of a street office found in it' };
  const framework = guangdong2023;
  const { content } = toSubmissionContent(reading, framework);
  const findings = findFindings(content, {
    framework,
    year: reading.year?.value ?? framework.year,
    officeName: reading.office?.value,
    reportText: text,
  });
  return { source, text, reading, content, findings, framework };
}

function reasonOf(error: unknown): string {
  if (error instanceof ReportFileError) return reasons[error.code];
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder';
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? 'unknown error';
}

function describe(result: CheckedReading | Unread): string {
  if ('error' in result) return `${result.source}\n  ${result.error}\n`;
  const { source, reading, content, findings, framework } = result;
  const { district, office, year, amounts, rates, scores, problems, measures } = reading;
  const lines = [
    `${district?.value ?? ''} ${office?.value ?? ''} ${year?.value ?? ''}`.trim(),
    ...entriesOf(zh.money, amounts).map(([name, read]) => {
      const doubt = read.proposal ? `（原文 ${read.printed}，疑为${read.proposal.unit}）` : '';
      return `${name} ${formatAmount(read.value, 'wan', 'zh-CN')}万元${doubt}`;
    }),
    ...entriesOf(zh.rate, rates).map(([name, read]) => `${name} ${read.value}%`),
    ...scores.map(
      ({ name, score, max }) =>
        `${name === 'total' ? zh.score.total : name} ${score}${max ? `/${max}` : ''}分`,
    ),
    ...problems.map(({ text, themes }) => `问题：${text.split('。')[0]}（${themes.join('、') || '未归类'}）`),
    ...measures.map(({ text }) => `措施：${text.split('。')[0]}`),
    findings.length === 0 ? '核查发现：无' : `核查发现：${findings.length}`,
    ...findings.map((finding) => {
      const { hint, computed, stated } = findingRecord(finding, content, framework);
      const figures =
        computed === undefined || stated === undefined ? '' : ` 测算 ${computed}，填报 ${stated}`;
      return `${zh.severity[finding.severity]}：${checkByName(finding.check)?.sentence.zh ?? finding.check}${figures}${hint ? `（${hint}）` : ''}`;
    }),
  ];
  return `${source}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

/** Stated fields under their Chinese names, in the order of the catalogue. */
function entriesOf<T>(names: Record<string, string>, fields: Partial<Record<string, T>>): [string, T][] {
  return Object.entries(names).flatMap(([field, name]) => {
    const read = fields[field];
    return read === undefined ? [] : [[name, read]];
  });
}
