import { fieldName } from '#app/components/form/field-name.ts';
import { tableBarriers } from '#app/domain/import-rule.ts';
import type { RowProblem } from '#app/domain/workbook/district-changes.ts';
import { districtProblems } from '#app/domain/workbook/read-district.ts';
import type { CellProblemCode } from '#app/domain/workbook/read-template.ts';
import type { Translate } from './i18n/instance.ts';
import { problemText } from './workbook-marks.ts';

/** Why a row, a column or a cell of a table is not taken, in the reader's language. */
export function tableProblemText({ code }: Pick<RowProblem, 'code'>, t: Translate): string {
  const own = [...districtProblems, ...tableBarriers].find((one) => one === code);
  return own ? t(`bureau.problem.${own}`) : problemText({ code: code as CellProblemCode }, t);
}

/** The same beside the cells of the table itself. */
export function tableMarks(
  problems: readonly RowProblem[],
  words: Parameters<typeof fieldName>[1],
): { sheet: string; row: number; column: number; text: string }[] {
  return problems.map((problem) => {
    const text = tableProblemText(problem, words.t);
    return { ...problem.at, text: problem.field ? `${fieldName(problem.field, words)}：${text}` : text };
  });
}
