import { compare } from './money.ts';
import type { Decimal } from './submission.ts';

/** What an office may see of the others: by name, under codes, or its own position and aggregates only. */
export const peerViews = ['named', 'coded', 'aggregate'] as const;
export type PeerView = (typeof peerViews)[number];

export const roundFields = [
  'frameworkId',
  'opensOn',
  'deadline',
  'peerView',
  'executionTarget',
  'offices',
  'office',
  'reason',
] as const;
export type RoundField = (typeof roundFields)[number];

/** What may be wrong with what was typed, before the database is asked. */
export const entryRefusals = [
  'missing',
  'not_a_day',
  'before_opening',
  'not_a_percent',
  'unknown_choice',
  'too_long',
] as const;
export type RoundEntryRefusal = (typeof entryRefusals)[number];

/** A round's rules as the reviewer sets them. */
export interface RoundRules {
  frameworkId: string;
  opensOn: string; // YYYY-MM-DD
  deadline: string; // YYYY-MM-DD
  peerView: PeerView;
  executionTarget: Decimal | null; // percent
}

export interface RefusedField<Code extends string = RoundEntryRefusal> {
  field: RoundField;
  code: Code;
  params?: Record<string, string | number>;
}

export type RoundTexts = Partial<Record<RoundField, string>>;

const longestReason = 500;

/** The rules in what was typed; where anything is wrong, every field that is. */
export function readRoundRules(texts: RoundTexts): { rules?: RoundRules; refused: RefusedField[] } {
  const refused: RefusedField[] = [];
  const opensOn = readDay(texts.opensOn);
  const deadline = readDay(texts.deadline);
  const target = readTarget(texts.executionTarget);
  const peerView = peerViews.find((view) => view === texts.peerView);
  const frameworkId = texts.frameworkId?.trim();
  if (!frameworkId) refused.push({ field: 'frameworkId', code: 'missing' });
  if (!opensOn) refused.push(dayRefusal('opensOn', texts.opensOn));
  if (!deadline) refused.push(dayRefusal('deadline', texts.deadline));
  if (opensOn && deadline && deadline < opensOn) refused.push({ field: 'deadline', code: 'before_opening' });
  if (!peerView) refused.push({ field: 'peerView', code: 'unknown_choice' });
  if (target === undefined) refused.push({ field: 'executionTarget', code: 'not_a_percent' });
  if (refused.length > 0 || !frameworkId || !opensOn || !deadline || !peerView || target === undefined)
    return { refused };
  return { rules: { frameworkId, opensOn, deadline, peerView, executionTarget: target }, refused };
}

/** A new last day, alone. */
export function readDeadline(text: string | undefined): { deadline?: string; refused: RefusedField[] } {
  const deadline = readDay(text);
  return deadline ? { deadline, refused: [] } : { refused: [dayRefusal('deadline', text)] };
}

/** Why something is done; it stays in the trail, so it is never empty. */
export function readReason(text: string | undefined): { reason?: string; refused: RefusedField[] } {
  const reason = text?.trim() ?? '';
  if (reason === '') return { refused: [{ field: 'reason', code: 'missing' }] };
  if (reason.length > longestReason)
    return { refused: [{ field: 'reason', code: 'too_long', params: { limit: longestReason } }] };
  return { reason, refused: [] };
}

/** A day of this century that the calendar has, as 2025-03-31, 2025/3/31, 2025年3月31日 or 20250331. */
export function readDay(text: string | undefined): string | undefined {
  const plain = (text ?? '').normalize('NFKC').replace(/\s/g, '');
  const parts = /^(20\d\d)(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))$/.exec(plain);
  if (!parts) return undefined;
  const [, year, month = parts[4] ?? '', day = parts[5] ?? ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const known = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(known.getTime()) && known.toISOString().startsWith(iso) ? iso : undefined;
}

/** Percent from 0 to 100 with up to two decimals; null for none. */
function readTarget(text: string | undefined): Decimal | null | undefined {
  const plain = (text ?? '').normalize('NFKC').replace(/[\s%]/g, '');
  if (plain === '') return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return undefined;
  return compare(plain, '100') <= 0 ? plain : undefined;
}

function dayRefusal(field: 'opensOn' | 'deadline', text: string | undefined): RefusedField {
  return { field, code: text?.trim() ? 'not_a_day' : 'missing' };
}
