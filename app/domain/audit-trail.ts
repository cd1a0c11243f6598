/** Every kind of entry that the product writes; the trail may hold older or later ones, which show as they are named. */
export const auditActions = [
  'draft.save',
  'draft.finish',
  'draft.take_back',
  'document.keep',
  'document.download',
  'submission.import',
  'submission.submit',
  'submission.withdraw',
  'submission.return',
  'submission.approve',
  'submission.comment',
  'submission.score',
  'round.open',
  'round.change',
  'round.close',
  'round.reopen',
  'round.extend',
  'round.leave_out',
  'round.take_in',
  'framework.publish',
  'view.save',
  'view.rename',
  'view.remove',
  'district.create',
  'demo.load',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** First words of actions; an export's second word is its table, the third its format. */
export const auditFamilies = [
  'draft',
  'document',
  'submission',
  'round',
  'framework',
  'view',
  'export',
] as const;
export type AuditFamily = (typeof auditFamilies)[number];

/** One value that changed, as texts; an empty one is an absent one. */
export interface AuditChange {
  /** Of the form (“amounts.budget_total”), a reviewed score (“scores.a1.reviewed”) or a setting (“deadline”). */
  field: string;
  from: string;
  to: string;
  /** Why this one, where it has a reason of its own. */
  reason?: string;
}

/** What an entry tells beside who, when and which action. */
export interface AuditDetail {
  changes: AuditChange[];
  /** Why the whole step was taken. */
  reason?: string;
  /** Everything else, as it was written. */
  facts: { name: string; value: string }[];
}

/** Of use to the product alone: the version on somebody's screen, the id of a row. */
const unsaid = ['seen', 'id', 'document', 'undone', 'stood'];

/** Reads the detail of any entry. Total: what it cannot understand becomes a fact, so that nothing is hidden. */
export function readAuditDetail(action: string, detail: unknown): AuditDetail {
  if (!isRecord(detail)) return { changes: [], facts: [] };
  const { changes, from, to, reason, field, text, taken_back, ...others } = detail;
  const listed = Array.isArray(changes) ? changes.filter(isChange) : [];
  const rest = Array.isArray(changes) && listed.length < changes.length ? { ...others, changes } : others;
  return {
    changes: [
      ...listed.map(toChange),
      ...(isText(from) || isText(to) ? [stepOf(action, from, to)] : []),
      ...(isText(field) ? [{ field, from: textOf(taken_back), to: textOf(text) }] : []),
    ],
    ...(isText(reason) && reason !== '' ? { reason } : {}),
    facts: Object.entries(rest)
      .filter(([name, value]) => !unsaid.includes(name) && !saysNothing(value))
      .map(([name, value]) => ({ name, value: textOf(value) })),
  };
}

/** Year and office that an entry is about, from “440103001/2023”, “2023” or the address of a page. */
export function placeOfSubject(subject: string): { year?: number; office?: string } {
  const year = /(?:^|\/)(20\d\d)(?=$|[/?.])/.exec(subject)?.[1];
  const office = /(?:^|\/)(\d{9})(?=$|\/)/.exec(subject)?.[1];
  return { ...(year && { year: Number(year) }), ...(office && { office }) };
}

/** Whether a change is of this field or of one below it. */
export function isOfField({ field }: AuditChange, asked: string): boolean {
  return field === asked || field.startsWith(`${asked}.`);
}

/** A single step of a whole submission or round is from one state, or one day, to another. */
function stepOf(action: string, from: unknown, to: unknown): AuditChange {
  const field =
    action === 'round.extend' ? 'deadline' : action.startsWith('framework.') ? 'framework' : 'status';
  const reached = action === 'submission.submit' ? 'submitted' : '';
  return { field, from: textOf(from), to: isText(to) ? to : reached };
}

function toChange({ field, from, to, reason }: Record<string, unknown>): AuditChange {
  return {
    field: textOf(field),
    from: textOf(from),
    to: textOf(to),
    ...(isText(reason) && reason !== '' ? { reason } : {}),
  };
}

function isChange(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && isText(value.field);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function saysNothing(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return isText(value) ? value : JSON.stringify(value);
}
