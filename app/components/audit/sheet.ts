import type { Words } from '#app/components/charts/words.ts';
import type { AuditChange } from '#app/domain/audit-trail.ts';
import type { Sheet, SheetRow } from '#app/files/sheet.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { AuditLine, AuditView } from '#app/usecases/view-audit.server.ts';
import { isNarrowed } from './address.ts';
import { whyText } from './facts.ts';
import { placeOf } from './place.ts';
import { actionText, actorText, changedField, changedValue, filterText, isPersonal } from './words.ts';

const columns = [
  ['seq', 8],
  ['at', 17],
  ['by', 20],
  ['action', 20],
  ['place', 26],
  ['field', 26],
  ['from', 28],
  ['to', 28],
  ['why', 36],
  ['hash', 66],
] as const;

/** The entries of the search, a row for every value that changed, with the hashes that prove them. */
export function auditSheet(view: AuditView, words: Words): Sheet {
  const { t, language } = words;
  const district = localName(language, view.district);
  const title = t('audit.title', { district });
  const at = view.chain?.verifiedAt ?? '';
  return {
    name: t('audit.sheet.name'),
    title,
    unitLine: t('audit.sheet.unit'),
    head: [columns.map(([column]) => ({ text: t(`audit.column.${column}`) }))],
    columns: columns.map(([column, width]) => ({
      heading: t(`audit.column.${column}`),
      width,
      ...(width > 20 && column !== 'hash' && { wrap: true }),
    })),
    rows: view.lines.flatMap((line) => rowsOf(line, view, words)),
    notes: [
      ...chainNotes(view, words),
      ...(isNarrowed(view) ? [t('audit.sheet.filtered', { filter: filterText(view, words) })] : []),
      ...(view.older === undefined ? [] : [t('audit.sheet.cut', { count: view.lines.length })]),
      t('audit.sheet.personal'),
    ],
    foot: t('audit.sheet.foot', { district, at }),
    frozen: 2,
  };
}

function rowsOf(line: AuditLine, view: AuditView, words: Words): SheetRow[] {
  const all: (AuditChange | undefined)[] = line.changes.length > 0 ? line.changes : [undefined];
  const { t } = words;
  const framework = line.year ? view.frameworks[line.year] : undefined;
  const value = (field: string, text: string) =>
    isPersonal(field) && text !== '' ? t('audit.personal') : changedValue(field, text, words, view.offices);
  return all.map((change) => ({
    kind: 'body' as const,
    cells: [
      { value: String(line.seq), text: String(line.seq) },
      line.at,
      actorText(line.by, words),
      actionText(line.action, words),
      placeOf(line, view, words).text,
      change ? changedField(change.field, framework, words) : '',
      change ? value(change.field, change.from) : '',
      change ? value(change.field, change.to) : '',
      whyText(line, change, words),
      line.hash,
    ],
  }));
}

function chainNotes({ chain }: AuditView, { t }: Words): string[] {
  if (!chain) return [];
  const { entries: count, hash, verifiedAt: at = '', brokenAt: seq } = chain;
  if (seq !== undefined)
    return [t('audit.chain.broken', { seq }), t('audit.chain.brokenHelp', { count, at })];
  return [`${t('audit.chain.intact', { count })} ${t('audit.chain.detail', { at, hash })}`];
}
