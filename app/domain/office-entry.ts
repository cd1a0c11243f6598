import { oneLine } from './account-entry.ts';
import { type BoundaryKind, boundaryKinds } from './boundary-change.ts';

export const officeFields = [
  ...(['code', 'name', 'nameEn', 'pinyin', 'group', 'firstYear'] as const),
  ...(['groupName', 'groupNameEn', 'basis', 'basisEn', 'year', 'kind', 'note', 'noteEn'] as const),
] as const;
export type OfficeField = (typeof officeFields)[number];
export type OfficeTexts = Partial<Record<OfficeField, string>>;

export const officeEntryRefusals = [
  'missing',
  'too_long',
  'bad_code',
  'bad_pinyin',
  'bad_year',
  'unknown_choice',
] as const;
export type OfficeEntryRefusal = (typeof officeEntryRefusals)[number];

export interface RefusedOfficeField {
  field: OfficeField;
  code: OfficeEntryRefusal | 'code_taken' | 'group_taken' | 'told_already';
  params?: { limit?: number; district?: string };
}

export interface OfficeNames {
  name: string;
  nameEn: string;
  /** Pinyin, small letters with spaces between syllables; offices are listed by it. */
  sortKey: string;
}

export interface GroupEntry {
  name: string;
  nameEn: string;
  basis: string;
  basisEn: string;
}

export interface BoundaryEntry {
  year: number;
  kind: BoundaryKind;
  note: string;
  noteEn: string;
}

const limits: Partial<Record<OfficeField, number>> = {
  ...{ name: 40, nameEn: 80, pinyin: 80, groupName: 40, groupNameEn: 80 },
  ...{ basis: 200, basisEn: 300, note: 200, noteEn: 300 },
};

/** What an office is called; each field that is wrong. */
export function readOfficeNames(texts: OfficeTexts): { entry?: OfficeNames; refused: RefusedOfficeField[] } {
  const { read, refused } = reader(texts);
  const [name, nameEn] = [read('name'), read('nameEn')];
  const sortKey = read('pinyin').normalize('NFKC').toLowerCase();
  if (sortKey !== '' && !/^[a-zü]+( [a-zü]+)*$/.test(sortKey))
    refused.push({ field: 'pinyin', code: 'bad_pinyin' });
  return refused.length > 0 ? { refused } : { entry: { name, nameEn, sortKey }, refused };
}

/** The 9 digits of an office, which begin with the 6 of its district. */
export function readOfficeCode(
  text: string | undefined,
  district: string,
): { code?: string; refused: RefusedOfficeField[] } {
  const code = oneLine(text).normalize('NFKC').replace(/\s/g, '');
  if (code === '') return { refused: [{ field: 'code', code: 'missing' }] };
  if (!/^\d{9}$/.test(code) || !code.startsWith(district))
    return { refused: [{ field: 'code', code: 'bad_code', params: { district } }] };
  return { code, refused: [] };
}

/** A new peer group: what it is called and why these offices. */
export function readGroup(texts: OfficeTexts): { entry?: GroupEntry; refused: RefusedOfficeField[] } {
  const { read, refused } = reader(texts);
  const entry = {
    ...{ name: read('groupName'), nameEn: read('groupNameEn') },
    ...{ basis: read('basis'), basisEn: read('basisEn') },
  };
  return refused.length > 0 ? { refused } : { entry, refused };
}

/** From which year an office's figures follow another boundary, and what happened. */
export function readBoundary(texts: OfficeTexts): { entry?: BoundaryEntry; refused: RefusedOfficeField[] } {
  const { read, refused } = reader(texts);
  const year = readYear(texts.year);
  const kind = boundaryKinds.find((each) => each === texts.kind);
  if (!year) refused.push({ field: 'year', code: 'bad_year' });
  if (!kind) refused.push({ field: 'kind', code: 'unknown_choice' });
  const [note, noteEn] = [read('note'), read('noteEn')];
  if (refused.length > 0 || !year || !kind) return { refused };
  return { entry: { year, kind, note, noteEn }, refused };
}

/** A year of this century. */
export function readYear(text: string | undefined): number | undefined {
  const plain = oneLine(text).normalize('NFKC').replace(/年$/, '');
  return /^20\d\d$/.test(plain) ? Number(plain) : undefined;
}

function reader(texts: OfficeTexts) {
  const refused: RefusedOfficeField[] = [];
  const read = (field: OfficeField): string => {
    const text = oneLine(texts[field]);
    const limit = limits[field] ?? 0;
    if (text === '') refused.push({ field, code: 'missing' });
    if (text.length > limit) refused.push({ field, code: 'too_long', params: { limit } });
    return text;
  };
  return { read, refused };
}
