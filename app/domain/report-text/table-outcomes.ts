import { classifyThemes, saysNothing } from '../problems.ts';
import type { KeyProject, OutcomeIndicator, Quote } from '../submission.ts';
import type { ProblemsAndMeasures } from './problems-and-measures.ts';
import type { Quoted } from './reading.ts';
import { cellsUnder, isBlank, isFigure, measureHeading, type TableBlock } from './table-blocks.ts';
import { cellAmount } from './table-money.ts';
import type { Cell, TableRow } from './table-rows.ts';
import { plainName, tableScores } from './table-scores.ts';

const targetOfYear = /调整|全年|年度/;

/** Targets and results of a table with a name, a target and a result in each row. */
export function tableIndicators(
  { columns, rows }: TableBlock,
  quote: (row: TableRow) => Quote,
): Quoted<OutcomeIndicator>[] {
  const at = (kind: string) => columns.findIndex((column) => column.kind === kind);
  const targets = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ kind }) => kind === 'target');
  const targetAt = (targets.findLast(({ title }) => targetOfYear.test(title)) ?? targets.at(-1))?.index;
  const nameAt = columns.map(({ kind }) => kind).lastIndexOf('name', targetAt);
  const doneAt = at('done');
  const firstLevel = columns.findIndex(({ title }) => /^一级指标$/.test(title));
  const classAt = at('class') < 0 ? firstLevel : at('class');
  if (targetAt === undefined || nameAt < 0 || doneAt < 0) return [];
  let kind = '';
  return rows.flatMap((row) => {
    const cells = cellsUnder(columns, row);
    const text = (index: number) => cells?.[index]?.text ?? '';
    if (!cells) return [];
    if (classAt >= 0 && !isBlank(text(classAt))) kind = text(classAt);
    const [name, target, completion] = [plainName(text(nameAt)), text(targetAt), text(doneAt)];
    if (isBlank(name) || isBlank(target) || isFigure(name) || /^预算(?:执行|完成)率$/.test(name)) return [];
    return [{ class: kind, name, target, ...(!isBlank(completion) && { completion }), quote: quote(row) }];
  });
}

/** Problems and what will be done about each, side by side. */
export function tableProblems(
  { columns, rows }: TableBlock,
  quoteOfCell: (cell: Cell) => Quote,
): ProblemsAndMeasures {
  const problemAt = columns.findIndex(({ kind }) => kind === 'problem');
  const measureAt = columns.findIndex(({ title }) => measureHeading.test(title));
  if (problemAt < 0 || measureAt < 0) return { problems: [], measures: [] };
  const found: ProblemsAndMeasures = { problems: [], measures: [] };
  for (const row of rows) {
    const cells = cellsUnder(columns, row);
    const [problem, measure] = [cells?.[problemAt], cells?.[measureAt]];
    if (problem && !isBlank(problem.text) && !saysNothing(problem.text)) {
      const quote = quoteOfCell(problem);
      found.problems.push({ text: quote.text, themes: classifyThemes(problem.text), quote });
    }
    if (!measure || isBlank(measure.text) || saysNothing(measure.text)) continue;
    const quote = quoteOfCell(measure);
    const of = found.problems.length - 1;
    found.measures.push({ text: quote.text, ...(of >= 0 && { problem: of }), quote });
  }
  return found;
}

/** The project that a form is about, or the projects of a list, with their money and score. */
export function tableProjects(block: TableBlock, quote: (row: TableRow) => Quote): Quoted<KeyProject>[] {
  if (block.project) {
    const score = tableScores(block, quote).find(({ name }) => name === 'total');
    const amount = block.rows.map((row) => budgetOf(block, row)).find((one) => one !== undefined);
    const row = block.rows.find(({ cells }) => cells.length > 0);
    if (!row || (!score && !amount)) return [];
    const { text, start, end } = block.project;
    return [
      {
        name: text,
        ...(amount && { amount: amount.value }),
        ...(score && { score: score.score }),
        quote: quote({ ...row, start, end }),
      },
    ];
  }
  return block.rows.flatMap((row) => {
    const name = projectNameOf(block, row);
    const amount = budgetOf(block, row);
    if (!name || !amount || /^(?:其他|合计|总计|小计)/.test(name)) return [];
    return [{ name, amount: amount.value, ...appraisalOf(block, row), quote: quote(row) }];
  });
}

function projectNameOf({ columns }: TableBlock, row: TableRow): string | undefined {
  const cells = cellsUnder(columns, row);
  const at = columns.findIndex(({ title }) => /项目(?:名称)?$|任务名称$/.test(title));
  const name = at < 0 ? undefined : cells?.[at]?.text;
  return name && !isFigure(name) && !isBlank(name) ? plainName(name) : undefined;
}

/** Score and grade of a project in a list of them. */
function appraisalOf({ columns }: TableBlock, row: TableRow): Pick<KeyProject, 'score' | 'grade'> {
  const cells = cellsUnder(columns, row);
  const under = (wanted: (column: TableBlock['columns'][number]) => boolean) =>
    cells?.[columns.findIndex(wanted)]?.text ?? '';
  const score = under(({ kind }) => kind === 'score').replace(/分$/, '');
  const grade = /^(?:优秀?|良好?|中等?|合格|较?差)$/.exec(
    under(({ title }) => /等级|等次|评级|评价结果/.test(title)),
  )?.[0];
  return {
    ...(isFigure(score) && !/[元%]$/.test(score) && { score }),
    ...(grade && { grade }),
  };
}

/** The budget of the whole year where there are several, else the first amount. */
function budgetOf(block: TableBlock, row: TableRow) {
  if (block.project && !row.cells.some(({ text }) => /资金总额|总金额|^合计$/.test(text))) return undefined;
  const cells = cellsUnder(block.columns, row);
  const money = block.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ kind }) => kind === 'money');
  const chosen =
    money.find(({ title }) => /全年|调整/.test(title) && /预算/.test(title)) ??
    money.find(({ title }) => /预算/.test(title)) ??
    money[0];
  const cell = chosen && cells?.[chosen.index];
  return cell ? cellAmount(block, chosen.title, '', cell.text) : undefined;
}
