import { Form, Link } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { chosenText } from '#app/lib/table-choices.ts';
import type { TableCheck } from '#app/usecases/check-table.server.ts';
import { ChangesPart } from './changes-part.tsx';
import { ColumnsPart, columnChoices } from './columns-part.tsx';
import { ProblemsPart } from './problems-part.tsx';
import { chosenAt, RowsPart } from './rows-part.tsx';

interface CheckResultProps {
  check: TableCheck;
  /** The unit of amounts as the reviewer chose it; empty where nothing was chosen. */
  unit: string;
  /** The file itself, to be sent back. */
  document: string;
  base: string;
}

/** One form: whose row each is, what each column is, and then what is wrong, or what would be written. */
export function CheckResult({ check, unit, document, base }: CheckResultProps) {
  const { t } = useT();
  const { fileName, sha256, seen, offices, problems, rows, sheet, older } = check;
  const asksUnit = check.needsUnit || unit !== '';
  const fields = {
    fileName,
    document,
    sha256,
    seen: JSON.stringify(seen),
    checked: chosenText({
      rows: new Map(rows.map((row) => [row.at.row, chosenAt(row)])),
      columns: columnChoices(sheet),
      unit,
    }),
  };
  return (
    <Form method="post" encType="multipart/form-data" action={`${base}/import`} reloadDocument>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="reading">
        {t('bureau.read.headline', {
          file: fileName,
          rows: rows.length,
          count: offices.length,
          cells: offices.reduce((sum, { changes, conflicts }) => sum + changes.length + conflicts.length, 0),
          same: check.same,
        })}
      </p>
      <p className="notice">{t('bureau.read.nothingYet')}</p>
      {older ? <p className="notice">{t('bureau.read.older', older)}</p> : null}
      <RowsPart check={check} />
      <ColumnsPart check={check} unit={unit} asksUnit={asksUnit} />
      {problems.length > 0 ? <ProblemsPart check={check} base={base} /> : null}
      {problems.length === 0 && sheet.columns.length > 0 ? <ChangesPart check={check} /> : null}
      <p>
        <Link to={`${base}/import`}>{t('bureau.read.leave')}</Link>
      </p>
    </Form>
  );
}
