import { Section } from '#app/components/report-card/section.tsx';
import { ChangeTable } from '#app/components/workbook/change-table.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OfficeCheck, TableCheck } from '#app/usecases/check-table.server.ts';

/** With fewer changes than this, all of them are open to the eye at once. */
const mostOpen = 100;

/** What would be written, office by office, and the one button that writes all of it. */
export function ChangesPart({ check }: { check: TableCheck }) {
  const { t } = useT();
  const { offices } = check;
  const cells = offices.reduce((sum, { changes, conflicts }) => sum + changes.length + conflicts.length, 0);
  if (cells === 0)
    return (
      <Section title={t('bureau.changes.title')}>
        <p>{t('bureau.changes.none')}</p>
      </Section>
    );
  return (
    <Section title={t('bureau.changes.title')}>
      {offices.map((office) => (
        <OfficePart key={office.office} office={office} check={check} isOpen={cells <= mostOpen} />
      ))}
      <p className="workbook-accept">
        <button type="submit" name="intent" value="accept" className="button button-primary">
          {t('bureau.changes.accept')}
        </button>
      </p>
    </Section>
  );
}

interface OfficePartProps {
  office: OfficeCheck;
  check: TableCheck;
  isOpen: boolean;
}

function OfficePart({ office, check: { choices, framework }, isOpen }: OfficePartProps) {
  const { t, language } = useT();
  const { changes, conflicts, findings } = office;
  const named = choices.find(({ code }) => code === office.office);
  const name = named ? localName(language, named) : office.office;
  const label = t('bureau.changes.office', { office: name, count: changes.length + conflicts.length });
  return (
    <details open={isOpen} className="workbook-office">
      <summary>{label}</summary>
      <p className="note">
        <State office={office} /> {t('bureau.changes.findings', findings)}
      </p>
      {changes.length > 0 ? <ChangeTable changes={changes} framework={framework} label={label} /> : null}
      {conflicts.length > 0 ? (
        <>
          <p className="notice">{t('bureau.changes.conflicts')}</p>
          <ChangeTable
            changes={conflicts}
            framework={framework}
            label={`${label} · ${t('workbook.preview.conflicts')}`}
            choose={(field) => `${office.office}/${field}`}
          />
        </>
      ) : null}
    </details>
  );
}

function State({ office: { status, origin } }: { office: OfficeCheck }) {
  const { t } = useT();
  if (status === 'not_filed' || !origin) return t('bureau.changes.first');
  const named = { status: t(`domain.status.${status}`), origin: t(`domain.origin.${origin}`) };
  return t('bureau.changes.further', named);
}
