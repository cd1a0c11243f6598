import { Form, Link } from '@remix-run/react';
import { fieldName } from '#app/components/form/field-name.ts';
import { Section } from '#app/components/report-card/section.tsx';
import { ChangeTable } from '#app/components/workbook/change-table.tsx';
import { cellAddress } from '#app/domain/workbook/raw-book.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { WorkbookCheck } from '#app/usecases/check-workbook.server.ts';
import { ProblemTable } from './problem-table.tsx';

interface CheckResultProps {
  check: WorkbookCheck;
  /** The file itself, to be sent back. */
  document: string;
  base: string;
  mayEdit: boolean;
}

/** What was read: either what is wrong, and nothing else can be done; or what would change, to be accepted or left. */
export function CheckResult({ check, document, base, mayEdit }: CheckResultProps) {
  const { t } = useT();
  const { fileName, changes, conflicts, blanks, problems, same } = check;
  if (problems.length > 0) return <ProblemTable check={check} document={document} base={base} />;
  const isNothing = changes.length + conflicts.length + blanks.length === 0;
  return (
    <>
      <p className="reading">
        {isNothing
          ? t('workbook.preview.nothing', { file: fileName })
          : t('workbook.preview.headline', {
              file: fileName,
              changes: changes.length + conflicts.length,
              same,
            })}
      </p>
      <Remarks check={check} />
      {isNothing || !mayEdit ? (
        <Leave base={base} />
      ) : (
        <Form method="post" encType="multipart/form-data" reloadDocument>
          <p className="notice">{t('workbook.preview.nothingYet')}</p>
          <Carried check={check} document={document} />
          {changes.length > 0 ? (
            <Section title={t('workbook.preview.changes')}>
              <ChangeTable
                changes={changes}
                framework={check.framework}
                label={t('workbook.preview.changes')}
              />
            </Section>
          ) : null}
          {conflicts.length > 0 ? (
            <Section title={t('workbook.preview.conflicts')} note={t('workbook.preview.conflictsNote')}>
              <ChangeTable
                changes={conflicts}
                framework={check.framework}
                label={t('workbook.preview.conflicts')}
                choose={(field) => field}
              />
            </Section>
          ) : null}
          {blanks.length > 0 ? (
            <Section title={t('workbook.preview.blanks')} note={t('workbook.preview.blanksNote')}>
              <ChangeTable
                changes={blanks}
                framework={check.framework}
                label={t('workbook.preview.blanks')}
              />
              <p className="workbook-erase">
                <label>
                  <input type="checkbox" name="erase" />{' '}
                  {t('workbook.preview.erase', { count: blanks.length })}
                </label>
              </p>
            </Section>
          ) : null}
          <p className="workbook-accept">
            <button type="submit" className="button button-primary">
              {t('workbook.preview.accept')}
            </button>
            <Link to={`${base}/workbook`}>{t('workbook.preview.leave')}</Link>
          </p>
        </Form>
      )}
    </>
  );
}

function Leave({ base }: { base: string }) {
  const { t } = useT();
  return (
    <p>
      <Link to={`${base}/workbook`}>{t('workbook.preview.leave')}</Link>
    </p>
  );
}

/** The file with its hash and the version it was compared with: it goes through the same checks again. */
function Carried({ check, document }: Pick<CheckResultProps, 'check' | 'document'>) {
  const { fileName, sha256, version } = check;
  const fields = { intent: 'accept', fileName, document, sha256, version };
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** What the file lacks, or holds beyond the form. */
function Remarks({ check: { older, gone, absent, incomplete, framework } }: Pick<CheckResultProps, 'check'>) {
  const { t, language } = useT();
  const words = { t, language, framework };
  const place = ({ at }: { at: { sheet: string; row: number; column: number } }) =>
    `${at.sheet} ${cellAddress(at)}`;
  return (
    <>
      {older ? <p className="notice">{t('workbook.preview.older', older)}</p> : null}
      {gone.length > 0 ? (
        <div className="notice">
          <p>{t('workbook.preview.gone', { count: gone.length })}</p>
          <ul>
            {gone.map((entry) => (
              <li key={entry.field}>
                {place(entry)}：{fieldName(entry.field, words)}（{entry.text}）
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {absent.length > 0 ? (
        <p className="notice">{t('workbook.preview.absent', { count: absent.length })}</p>
      ) : null}
      {incomplete.length > 0 ? (
        <p className="notice">
          {t('workbook.preview.incomplete', {
            count: incomplete.length,
            cells: incomplete.slice(0, 10).map(place).join('、'),
          })}
        </p>
      ) : null}
    </>
  );
}
