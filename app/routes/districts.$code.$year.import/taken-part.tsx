import { Form, Link } from '@remix-run/react';
import { actorText } from '#app/components/audit/words.ts';
import { fieldName } from '#app/components/form/field-name.ts';
import { Section } from '#app/components/report-card/section.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AcceptedTableView } from '#app/usecases/view-tables.server.ts';

interface TakenPartProps {
  taken: AcceptedTableView;
  base: string;
  /** Why it was not taken back just now. */
  refused?: string;
}

/** An accepted table: what it wrote, and the button that takes it back, or what became of that. */
export function TakenPart({ taken, base, refused }: TakenPartProps) {
  const words = useT();
  const { t } = words;
  const { file, offices, cells, entry, undone } = taken;
  const signed = (one: Pick<AcceptedTableView, 'at' | 'by'>) => ({
    at: one.at,
    by: actorText(one.by, words),
  });
  return (
    <>
      <div className="notice" role="status">
        <p>{t('bureau.receipt.saved', { file, count: offices, cells })}</p>
        <p className="note">{t('bureau.receipt.signed', signed(taken))}</p>
        {undone ? (
          <p>
            {t('bureau.receipt.undone', { ...signed(undone), count: undone.offices, cells: undone.cells })}
          </p>
        ) : null}
        <p>
          <Link to={base}>{t('bureau.receipt.overview')}</Link>{' '}
          <Link to={`${base}/settings/audit?action=submission.table${undone ? '_undo' : ''}`}>
            {t('bureau.receipt.trail')}
          </Link>
        </p>
      </div>
      {undone ? <KeptList taken={{ ...taken, kept: undone.kept }} /> : null}
      {undone ? null : (
        <Section title={t('bureau.undo.title')} note={t('bureau.undo.note')}>
          {refused ? (
            <p className="alert" role="alert">
              {refused}
            </p>
          ) : null}
          <RestoredList taken={taken} />
          <KeptList taken={taken} />
          {taken.restored.length > 0 ? (
            <Form
              method="post"
              encType="multipart/form-data"
              action={`${base}/import?taken=${entry}`}
              reloadDocument
              className="workbook-accept"
            >
              <input type="hidden" name="entry" value={entry} />
              <button type="submit" name="intent" value="undo" className="button">
                {t('bureau.undo.button')}
              </button>
            </Form>
          ) : null}
        </Section>
      )}
    </>
  );
}

function RestoredList({ taken: { restored, names } }: Pick<TakenPartProps, 'taken'>) {
  const { t, language } = useT();
  if (restored.length === 0) return <p>{t('bureau.undo.none')}</p>;
  const list = restored.map(({ office, fields }) =>
    t('bureau.undo.restoredOffice', { office: nameOf(office, names, language), count: fields }),
  );
  return (
    <p>
      {t('bureau.undo.restored', { count: restored.length, list: list.join(t('bureau.rows.separator')) })}
    </p>
  );
}

/** What stays: fields that were changed since, office by office, and offices that no table may change any more. */
function KeptList({ taken: { kept, names, framework } }: Pick<TakenPartProps, 'taken'>) {
  const words = useT();
  const { t, language } = words;
  if (kept.length === 0) return null;
  return (
    <>
      <p>{t('bureau.undo.kept', { count: kept.length })}</p>
      <ul>
        {kept.map(({ office, fields, barrier }) => (
          <li key={office}>
            {t('bureau.undo.keptOffice', {
              office: nameOf(office, names, language),
              why: barrier ? t(`bureau.undo.barrier.${barrier}`) : t('bureau.undo.changed'),
              fields: fields
                .map((field) => fieldName(field, { ...words, framework }))
                .join(t('bureau.undo.separator')),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function nameOf(
  office: string,
  names: AcceptedTableView['names'],
  language: Parameters<typeof localName>[0],
): string {
  const known = names.find(({ code }) => code === office);
  return known ? localName(language, known) : office;
}
