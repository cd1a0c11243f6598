/** Every kind of entry that the product writes; the trail may hold older or later ones, which show as they are named. */
export const auditActions = [
  'draft.save',
  'draft.attach',
  'draft.detach',
  'draft.finish',
  'draft.take_back',
  'document.keep',
  'document.download',
  'document.remove',
  'submission.import',
  'submission.table',
  'submission.table_undo',
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
  'round.table',
  'round.table_undo',
  'framework.publish',
  'account.create',
  'account.change',
  'account.disable',
  'account.enable',
  'account.password',
  'account.own_password',
  'office.create',
  'office.change',
  'office.boundary',
  'office.group',
  'view.save',
  'view.rename',
  'view.remove',
  'district.create',
  'demo.load',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** First words of actions; an export's second word is its table, the third its format. */
export const auditFamilies = [
  ...(['draft', 'document', 'submission', 'round', 'framework'] as const),
  ...(['account', 'office', 'view', 'export'] as const),
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

/** What opening a round settles, so that it reads as a change from nothing. */
const settled = ['framework', 'opensOn', 'deadline', 'executionTarget', 'peerView', 'leftOut'];

/** Reads the detail of any entry. Total: what it cannot understand becomes a fact, so that nothing is hidden. */
export function readAuditDetail(action: string, detail: unknown): AuditDetail {
  if (!isRecord(detail)) return { changes: [], facts: [] };
  const { changes, from, to, reason, field, text, taken_back, workbook, ...others } = detail;
  const listed = Array.isArray(changes) ? changes.filter(isChange) : [];
  const opening = action === 'round.open' ? settled.filter((name) => !saysNothing(others[name])) : [];
  const rest = {
    ...others,
    ...(isRecord(workbook) ? workbook : { workbook }),
    ...(Array.isArray(changes) && listed.length < changes.length && { changes }),
    ...Object.fromEntries(opening.map((name) => [name, undefined])),
  };
  return {
    changes: [
      ...listed.map(toChange),
      ...opening.map((name) => toChange({ field: name, to: others[name] })),
      ...(isText(from) || isText(to) ? [stepOf(action, detail)] : []),
      ...(isText(field) ? [{ field, from: textOf(taken_back), to: textOf(text) }] : []),
    ],
    ...(isText(reason) && reason !== '' ? { reason } : {}),
    facts: Object.entries(rest)
      .filter(([name, value]) => !unsaid.includes(name) && !saysNothing(value))
      .map(([name, value]) => ({ name, value: textOf(value) })),
  };
}

export interface ExportedPage {
  /** The page whose table was taken along, with its whole state. */
  address: string;
  /** Codes of the offices that it was asked for, in the order of the address. */
  offices: string[];
  /** Code of the one indicator that it is about. */
  indicator?: string;
}

/** The page behind a download, from the address of the file. Undefined where it is no address of the product's pages. */
export function exportedPage(address: string): ExportedPage | undefined {
  const [path = '', query = ''] = address.split('?');
  const page = /^(\/(?:districts\/\d{6}|offices\/\d{9})\/20\d\d\/[\w./-]+)\.(?:csv|xlsx)$/.exec(path)?.[1];
  if (!page) return undefined;
  const params = new URLSearchParams(query);
  const indicator = /\/indicators\/([\w.-]+)$/.exec(page)?.[1];
  return {
    address: page.replace(/\/template$/, '/workbook') + (query && `?${query}`),
    offices: `${params.get('offices') ?? ''},${params.get('office') ?? ''}`.split(',').filter(Boolean),
    ...(indicator && { indicator }),
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
function stepOf(action: string, { from, to, version }: Record<string, unknown>): AuditChange {
  const reached = (usual: string) => ({ from: textOf(from), to: isText(to) ? to : usual });
  // a published framework is the next version of the former's year
  if (action.startsWith('framework.'))
    return { field: 'framework', ...reached(`${textOf(from).split('/')[0]}/${textOf(version)}`) };
  if (action === 'round.extend') return { field: 'deadline', ...reached('') };
  return { field: 'status', ...reached(action === 'submission.submit' ? 'submitted' : '') };
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
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return isText(value) ? value : JSON.stringify(value);
}
