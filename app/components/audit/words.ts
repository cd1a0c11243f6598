import type { Words } from '#app/components/charts/words.ts';
import { fieldName } from '#app/components/form/field-name.ts';
import { type AuditChange, auditActions, auditFamilies } from '#app/domain/audit-trail.ts';
import type { Framework } from '#app/domain/framework.ts';
import { nodeByCode } from '#app/domain/framework.ts';
import { submissionOrigins, submissionStatuses } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { AuditActor } from '#app/usecases/audit-actor.server.ts';
import type { AuditLine, AuditView } from '#app/usecases/view-audit.server.ts';

/** Who acted; a name only where the reader may know it. */
export function actorText(by: AuditActor, { t }: Words): string {
  if (by.kind !== 'account') return t(`audit.by.${by.kind}`);
  return t('audit.by.account', { name: by.name, role: t(`domain.role.${by.role}`) });
}

/** What was done, in words; an action that the catalogue does not know is shown as it was written. */
export function actionText(action: string, { t }: Words): string {
  const known = auditActions.find((each) => each === action);
  if (known) return t(`audit.action.${known}`);
  const [family, table = '', format = ''] = action.split('.');
  if (family !== 'export') return action;
  const name = exportedTables.find((each) => each === table);
  return t('audit.export', {
    table: name ? t(`audit.exported.${name}`) : table,
    format: formats[format] ?? format,
  });
}
const exportedTables = [
  'ranking',
  'indicators',
  'indicator',
  'problems',
  'compare',
  'reminders',
  'audit',
] as const;
const formats: Record<string, string> = { csv: 'CSV', xlsx: 'Excel' };

/** A choice of the filter: an action or a whole family of them. */
export function actionChoice(action: string, words: Words): string {
  const family = auditFamilies.find((each) => each === action);
  if (!family) return actionText(action, words);
  return words.t('audit.filter.whole', { family: words.t(`audit.family.${family}`) });
}

/** Where it happened: the office and year, the year of the whole district, or what the entry itself calls it. */
export function placeText({ office, year, subject, action }: AuditLine, { t, language }: Words): string {
  if (action.startsWith('export.')) return subject;
  if (office) return [localName(language, office), year].filter(Boolean).join(' ');
  if (String(year) === subject) return `${t('audit.allDistrict')} ${year}`;
  return subject;
}

/** A field of the form, a reviewed score or a setting, by name; one that nobody knows keeps its key. */
export function changedField(field: string, framework: Framework | undefined, words: Words): string {
  const { t, language } = words;
  const setting = settings.find((each) => each === field);
  if (setting) return t(`audit.setting.${setting}`);
  const node = /^scores\.(.+)\.reviewed$/.exec(field)?.[1];
  if (node) {
    const known = framework && nodeByCode(framework, node);
    return t('audit.reviewed', {
      name: known ? localName(language, known) : node === 'total' ? t('domain.score.total') : node,
    });
  }
  return fieldName(field, { ...words, framework: framework ?? noFramework });
}
const settings = [
  ...(['status', 'deadline', 'opensOn', 'opens_on', 'peerView', 'peer_view'] as const),
  ...(['executionTarget', 'execution_target', 'framework', 'frameworkId', 'takes_part'] as const),
] as const;
const noFramework: Framework = { name: '', nameEn: '', year: 0, version: 0, totalWeight: '0', nodes: [] };

/** A value as it was typed; states and policies in words. An absent one is empty. */
export function changedValue(field: string, value: string, { t }: Words): string {
  const status = field === 'status' && submissionStatuses.find((each) => each === value);
  if (status) return t(`domain.status.${status}`);
  const policy =
    /^peer_?[vV]iew$/.test(field) &&
    (['named', 'coded', 'aggregate'] as const).find((each) => each === value);
  return policy ? t(`audit.peerView.${policy}`) : value;
}

/** Why, and everything else that the entry tells. */
export function whyText(line: AuditLine, change: AuditChange | undefined, { t }: Words): string {
  const facts = line.facts.map(({ name, value }) => {
    const known = knownFacts.find((each) => each === name);
    const shown = name === 'origin' ? originText(value, t) : name === 'sha256' ? value.slice(0, 12) : value;
    return known ? t(`audit.fact.${known}`, { value: shown }) : t('audit.fact.other', { name, value });
  });
  return [change?.reason, line.reason, line.unsent && t('audit.unsent'), ...facts].filter(Boolean).join('\n');
}
const knownFacts = ['revision', 'receipt', 'file', 'origin', 'offices', 'version', 'sha256'] as const;

function originText(value: string, t: Words['t']): string {
  const known = submissionOrigins.find((each) => each === value);
  return known ? t(`domain.origin.${known}`) : value;
}

/** Names and phones of preparers are shown to their own district and stay out of every file. */
export function isPersonal(field: string): boolean {
  return field === 'preparer_name' || field === 'preparer_phone';
}

/** Every choice that narrows the list, in words, for a file that must say what it holds. */
export function filterText(view: AuditView, words: Words): string {
  const { t, language } = words;
  const { office, by, action, from, to, field, years, entry } = view.search;
  const person = view.people.find(({ id }) => id === by);
  const named = view.offices.find(({ code }) => code === office);
  const parts: [label: string, value: string | number | false | undefined][] = [
    [t('audit.filter.office'), named ? localName(language, named) : office],
    [t('audit.filter.by'), by === 'script' ? t('audit.filter.script') : (person?.name ?? by)],
    [t('audit.filter.action'), action && actionChoice(action, words)],
    [t('audit.filter.from'), from],
    [t('audit.filter.to'), to],
    [t('audit.filter.field'), field && changedField(field, view.frameworks[view.year], words)],
    [t('audit.filter.years'), years === 'year' && view.year],
    [t('audit.column.seq'), entry],
  ];
  return parts
    .filter(([, value]) => value)
    .map(([name, value]) => t('audit.fact.other', { name, value }))
    .join(t('audit.sheet.separator'));
}
