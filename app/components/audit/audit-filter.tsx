import type { ReactNode } from 'react';
import { byScript } from '#app/domain/audit-search.ts';
import { auditActions, auditFamilies } from '#app/domain/audit-trail.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AuditView } from '#app/usecases/view-audit.server.ts';
import { auditPath, isNarrowed } from './address.ts';
import { actionChoice, changedField } from './words.ts';

/** A GET form: every choice lives in the address. */
export function AuditFilter({ view }: { view: AuditView }) {
  const { t } = useT();
  const { search, year } = view;
  return (
    <form method="get" className="audit-filter no-print" aria-label={t('audit.filter.label')}>
      {view.office ? null : <OfficeChoice view={view} />}
      <PersonChoice view={view} />
      <ActionChoice view={view} />
      <FieldChoice view={view} />
      <Choice name="years" label={t('audit.filter.years')} chosen={search.years}>
        <option value="all">{t('audit.filter.all')}</option>
        <option value="year">{t('audit.filter.year', { year })}</option>
      </Choice>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {t(`audit.filter.${name}`)}
          <input type="date" name={name} defaultValue={search[name]} key={search[name]} />
        </label>
      ))}
      <button type="submit" className="button">
        {t('audit.filter.apply')}
      </button>
      {isNarrowed(view) ? <a href={auditPath(view)}>{t('audit.filter.clear')}</a> : null}
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string | undefined;
  children: ReactNode;
}

function Choice({ name, label, chosen = '', children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen} key={chosen}>
        {children}
      </select>
    </label>
  );
}

function OfficeChoice({ view: { offices, search } }: { view: AuditView }) {
  const { t, language } = useT();
  return (
    <Choice name="office" label={t('audit.filter.office')} chosen={search.office}>
      <option value="">{t('audit.filter.anyOffice')}</option>
      {offices.map((office) => (
        <option key={office.code} value={office.code}>
          {localName(language, office)}
        </option>
      ))}
      <Unlisted chosen={search.office} listed={offices.map(({ code }) => code)} />
    </Choice>
  );
}

/** The people of the reader's reach: the bureau first, then office by office. */
function PersonChoice({ view: { people, search } }: { view: AuditView }) {
  const { t, language } = useT();
  const bureau = t('audit.filter.ofDistrict');
  const groupOf = ({ office }: (typeof people)[number]) => (office ? localName(language, office) : bureau);
  const groups = [...new Set([bureau, ...people.map(groupOf)])].map(
    (group) => [group, people.filter((person) => groupOf(person) === group)] as const,
  );
  return (
    <Choice name="by" label={t('audit.filter.by')} chosen={search.by}>
      <option value="">{t('audit.filter.anyone')}</option>
      {groups.map(([group, members]) => (
        <optgroup key={group} label={group}>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
      <option value={byScript}>{t('audit.filter.script')}</option>
      <Unlisted chosen={search.by} listed={[byScript, ...people.map(({ id }) => id)]} />
    </Choice>
  );
}

function ActionChoice({ view: { search } }: { view: AuditView }) {
  const words = useT();
  const { t } = words;
  const listed: string[] = [];
  const families = auditFamilies.map((family) => {
    const choices = [family, ...auditActions.filter((action) => action.startsWith(`${family}.`))];
    listed.push(...choices);
    return (
      <optgroup key={family} label={t(`audit.family.${family}`)}>
        {choices.map((action) => (
          <option key={action} value={action}>
            {actionChoice(action, words)}
          </option>
        ))}
      </optgroup>
    );
  });
  return (
    <Choice name="action" label={t('audit.filter.action')} chosen={search.action}>
      <option value="">{t('audit.filter.anyAction')}</option>
      {families}
      <Unlisted
        chosen={search.action}
        listed={listed}
        shown={search.action && actionChoice(search.action, words)}
      />
    </Choice>
  );
}

const fieldGroups = [
  ...(['amounts', 'rates', 'months', 'scores', 'goal', 'key_tasks', 'projects', 'outcomes'] as const),
  ...(['problems', 'measures', 'followups', 'answers', 'status', 'deadline'] as const),
] as const;

/** Kinds of fields; the table leads to single ones. */
function FieldChoice({ view: { search, frameworks, year } }: { view: AuditView }) {
  const words = useT();
  const { t } = words;
  const { field } = search;
  return (
    <Choice name="field" label={t('audit.filter.field')} chosen={field}>
      <option value="">{t('audit.filter.anyField')}</option>
      {fieldGroups.map((group) => (
        <option key={group} value={group}>
          {t(`audit.group.${group}`)}
        </option>
      ))}
      <Unlisted
        chosen={field}
        listed={fieldGroups}
        shown={field && changedField(field, frameworks[year] ?? Object.values(frameworks)[0], words)}
      />
    </Choice>
  );
}

/** What the address asks for stays chosen, also where the list does not offer it. */
function Unlisted({ chosen, listed, shown }: { chosen?: string; listed: readonly string[]; shown?: string }) {
  if (!chosen || listed.includes(chosen)) return null;
  return <option value={chosen}>{shown ?? chosen}</option>;
}
