import type { FormValues } from '../form/fields.ts';
import type { Framework } from '../framework.ts';
import type { RawBook } from './raw-book.ts';
import { metaSheet, templateFormat } from './template-layout.ts';

/** What a template was made for and from; it stands in a sheet that nobody sees. */
export interface TemplateMeta {
  district: string; // administrative code, 6 digits
  office: string; // 9 digits
  officeName: string;
  year: number;
  /** Year and version of the framework: “2023/1”. */
  framework: string;
  /** Version of the working copy that it was made from; 0 where there was none. */
  copy: number;
  /** Whether it was made with what the working copy held. */
  filled: boolean;
}

/** Why a file is no template of this office and year. */
export const templateMismatches = ['not_a_template', 'other_format', 'other_office', 'other_year'] as const;
export type TemplateMismatch = (typeof templateMismatches)[number];

/** Which framework a template was made by, as its hidden sheet says it. */
export function frameworkMark({ year, version }: Pick<Framework, 'year' | 'version'>): string {
  return `${year}/${version}`;
}

/** Rows of the hidden sheet: what the template is, then the texts it was filled with. */
export function metaRows(meta: TemplateMeta, base: FormValues): string[][] {
  const facts = { format: templateFormat, ...meta, filled: meta.filled ? 1 : 0 };
  return [
    ...Object.entries(facts).map(([key, value]) => ['meta', key, String(value)]),
    ...Object.entries(base).map(([field, text]) => ['base', field, text]),
  ];
}

/** Reads them back; undefined where the sheet is missing or does not say what it must. */
export function readMeta(
  book: RawBook,
): { format: string; meta: TemplateMeta; base: FormValues } | undefined {
  const rows = rowsOf(book);
  const facts = new Map(
    rows.flatMap(([kind, key = '', value = '']) => (kind === 'meta' ? [[key, value]] : [])),
  );
  const [format, district, office, year] = ['format', 'district', 'office', 'year'].map((key) =>
    facts.get(key),
  );
  if (!format || !district || !office || !/^\d{4}$/.test(year ?? '')) return undefined;
  const meta = {
    district,
    office,
    officeName: facts.get('officeName') ?? '',
    year: Number(year),
    framework: facts.get('framework') ?? '',
    copy: Number(facts.get('copy') ?? 0),
    filled: facts.get('filled') === '1',
  };
  const base = rows.flatMap(([kind, field = '', text = '']) => (kind === 'base' ? [[field, text]] : []));
  return { format, meta, base: Object.fromEntries(base) };
}

/** Whether the template belongs where it was uploaded. */
export function mismatchOf(
  read: ReturnType<typeof readMeta>,
  place: Pick<TemplateMeta, 'district' | 'office' | 'year'>,
): TemplateMismatch | undefined {
  if (!read) return 'not_a_template';
  if (read.format !== templateFormat) return 'other_format';
  if (read.meta.district !== place.district || read.meta.office !== place.office) return 'other_office';
  return read.meta.year === place.year ? undefined : 'other_year';
}

function rowsOf(book: RawBook): string[][] {
  const rows: string[][] = [];
  for (const { row, column, held } of book.sheets.find(({ name }) => name === metaSheet)?.cells ?? []) {
    const cells = rows[row - 1] ?? [];
    cells[column - 1] = held.kind === 'text' ? held.text : held.kind === 'number' ? String(held.number) : '';
    rows[row - 1] = cells;
  }
  return rows.filter(Boolean);
}
