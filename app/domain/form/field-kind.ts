import { compare } from '../money.ts';
import { problemThemes } from '../problem-themes.ts';
import type { Decimal } from '../submission.ts';
import { type Entry, readAmount, readDate, readRate, readScore, readWhole } from './entry.ts';
import { fieldPlace } from './fields.ts';

/** The word for a problem that belongs to no theme, where its words would say otherwise. */
export const noTheme = 'none';

/** What a field of the form takes, wherever it is filled in. */
export type FieldKind =
  | 'amount'
  | 'rate'
  | 'score'
  | 'whole'
  | 'date'
  | 'lines'
  | 'themes'
  | 'state'
  | 'grade'
  | 'text';

/** Changes on last year go either way; nothing else in the form is below zero. */
const signed = /^(amounts|rates)\.(revenue|expenditure)_change$/;

export function fieldKind(field: string): FieldKind {
  const place = fieldPlace(field);
  switch (place?.kind) {
    case 'amount':
      return 'amount';
    case 'rate':
    case 'month':
      return 'rate';
    case 'score':
      return place.part === 'score' ? 'score' : 'text';
    case 'plain':
      return plainKinds[place.field] ?? 'text';
    case 'row':
      return rowKinds[`${place.list}.${place.part}`] ?? 'text';
    default:
      return 'text';
  }
}

const plainKinds: Readonly<Record<string, FieldKind>> = {
  inner_departments: 'lines',
  sub_units: 'lines',
  sub_units_stated: 'whole',
  staffing: 'whole',
  filed_on: 'date',
};
const rowKinds: Readonly<Record<string, FieldKind>> = {
  'projects.amount': 'amount',
  'projects.score': 'score',
  'projects.grade': 'grade',
  'problems.themes': 'themes',
  'measures.problem': 'whole',
  'followups.state': 'state',
};

/** What a figure's text says: amounts in 元, others as stated; undefined for texts and for what is no such figure. */
export function figureIn(field: string, text: string): Decimal | undefined {
  const read = readFigure(field, text);
  return read && 'value' in read ? String(read.value) : undefined;
}

/** Whether two texts of one field say the same: “1,234.50” and “1234.5” are one amount, “98” and “98.00” one score. */
export function saysTheSame(field: string, one: string, other: string): boolean {
  if (plain(one) === plain(other)) return true;
  if (fieldKind(field) === 'themes') return themesIn(one).join() === themesIn(other).join();
  const [figure, another] = [figureIn(field, one), figureIn(field, other)];
  if (figure === undefined || another === undefined) return false;
  return figure === another || (fieldKind(field) !== 'date' && compare(figure, another) === 0);
}

/** The themes that a text names, by slug where it is known. */
export function themesIn(text: string): string[] {
  const words = text.split(/[,，;；\n]/).flatMap((word) => (word.trim() === '' ? [] : word.trim()));
  return words.map((word) => problemThemes.find(({ zh }) => zh === word)?.slug ?? word);
}

function readFigure(field: string, text: string): Entry<Decimal | number> | undefined {
  switch (fieldKind(field)) {
    case 'amount':
      return readAmount(text, { signed: signed.test(field) });
    case 'rate':
      return readRate(text, { signed: signed.test(field) });
    case 'score':
      return readScore(text);
    case 'whole':
      return readWhole(text);
    case 'date':
      return readDate(text);
    default:
      return undefined;
  }
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
