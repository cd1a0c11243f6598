import { fieldName } from '#app/components/form/field-name.ts';
import { entryRefusals } from '#app/domain/form/entry.ts';
import type { Framework } from '#app/domain/framework.ts';
import { cellRefusals } from '#app/domain/workbook/cell-text.ts';
import { type CellProblem, keyRefusals } from '#app/domain/workbook/read-template.ts';
import type { Translate } from './i18n/instance.ts';
import type { Language } from './i18n/languages.ts';

interface Words {
  t: Translate;
  language: Language;
  framework: Framework;
}

/** Why a cell is not taken, in the reader's language. */
export function problemText({ code }: Pick<CellProblem, 'code'>, t: Translate): string {
  const known = <C extends string>(codes: readonly C[]) => codes.find((one) => one === code);
  const own = known(cellRefusals) ?? known(keyRefusals);
  if (own) return t(`workbook.problem.${own}`);
  const entry = known(entryRefusals);
  return entry ? t(`form.refusal.${entry}`) : t(`form.rejected.${code as 'too_many_rows'}`);
}

/** The same beside the cells of the workbook itself. */
export function problemMarks(problems: readonly CellProblem[], words: Words) {
  return problems.map((problem) => ({
    ...problem.at,
    text: problem.field
      ? `${fieldName(problem.field, words)}：${problemText(problem, words.t)}`
      : problemText(problem, words.t),
  }));
}
