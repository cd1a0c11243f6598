import type { Quote } from '../submission.ts';
import { plain } from './money-tokens.ts';
import type { ReadScore } from './reading.ts';
import { cellsUnder, isBlank, isFigure, type TableBlock } from './table-blocks.ts';
import type { Cell, TableRow } from './table-rows.ts';

const totalRow = /^(?:合计|总计|总分|总得分|自评总分|合计得分|得分合计|综合得分)(?:（[^）]*）)?$/;
/** “管理效率 | 小计 | 50 | 46.5”: the score of what the first column names. */
const subtotal = /^(?:小计|分计)$/;
const weightInName = /（(?:满分|分值)?(\d+(?:\.\d+)?)分?）$/;

/** Scores of a table: the name nearest to its weight, the score under its heading; `total` of the last row. */
export function tableScores(
  { columns, head, rows }: TableBlock,
  quote: (row: TableRow) => Quote,
): ReadScore[] {
  if (columns.length === 0)
    return [...rows.flatMap((row) => statedTotal(row, quote)), ...lyingScores(rows, quote)];
  const scoreAt = columns.map(({ kind }) => kind).lastIndexOf('score');
  if (scoreAt < 0) return lyingScores(head ? [head, ...rows] : rows, quote);
  const scores: ReadScore[] = [];
  let group: Cell | undefined;
  for (const row of rows) {
    const total = totalOf(row);
    if (total) scores.push({ name: 'total', ...total, quote: quote(row) });
    const under = total ? undefined : cellsUnder(columns, row);
    if (under?.[0] && !isBlank(under[0].text)) group = under[0];
    const cells = under?.map((cell) => (cell && subtotal.test(cell.text) ? group : cell));
    const one = cells && scoreOf(columns, cells, scoreAt);
    if (one && !scores.some(({ name }) => name === one.name)) scores.push({ ...one, quote: quote(row) });
  }
  return scores;
}

/** “指标 | 投入 | 过程 | 合计” over “分值 | 15 | 85 | 100” and “得分 | 14 | 80 | 94”. */
function lyingScores(rows: readonly TableRow[], quote: (row: TableRow) => Quote): ReadScore[] {
  const at = rows.findIndex(({ cells }) => /^(?:自评|自评价?)?得分$/.test(cells[0]?.text ?? ''));
  const row = rows[at];
  if (!row) return [];
  const above = rows.slice(Math.max(0, at - 3), at).filter(({ cells }) => cells.length === row.cells.length);
  const names = above.find(({ cells }) => cells.slice(1).every(({ text }) => !isFigure(text)));
  const weights = above.find(({ cells }) => /^(?:标准分值?|分值|满分|权重)$/.test(cells[0]?.text ?? ''));
  if (!names) return [];
  return row.cells.flatMap(({ text }, index) => {
    const name = names.cells[index]?.text ?? '';
    const max = weights?.cells[index]?.text;
    if (index === 0 || !isFigure(text) || isBlank(name)) return [];
    const weight = max !== undefined && isFigure(max) ? { max: number(max) } : {};
    return [
      {
        name: totalRow.test(name) ? 'total' : plainName(name),
        score: number(text),
        ...weight,
        quote: quote(row),
      },
    ];
  });
}

/** “自评得分 | 95.5”, “自评得分：95.5” */
function statedTotal(row: TableRow, quote: (row: TableRow) => Quote): ReadScore[] {
  const label = /^(?:自评|综合|绩效|评价|自评综合)(?:总)?(?:得分|评分|总分)(?:（分）)?(?:：(.+)|：?$)/;
  const at = row.cells.findIndex(({ text }) => label.test(text));
  const inCell = label.exec(row.cells[at]?.text ?? '')?.[1];
  const score = inCell ?? (at < 0 ? undefined : row.cells[at + 1]?.text);
  return score && isFigure(score) && !/[%元]$/.test(score)
    ? [{ name: 'total', score: number(score), quote: quote(row) }]
    : [];
}

/** “总分 | 100 | 98.50” */
function totalOf({ cells }: TableRow): { score: string; max?: string } | undefined {
  const full = cells.filter(({ text }) => !isBlank(text));
  if (!full.some(({ text }, index) => index < 2 && totalRow.test(text))) return undefined;
  const figures = full.map(({ text }) => text).filter((text) => isFigure(text) && !text.endsWith('%'));
  const score = figures.at(-1);
  if (score === undefined) return undefined;
  const max = figures.length > 1 ? figures[0] : undefined;
  // the weights' sum
  if (figures.length === 1 && number(score) === '100' && !/自评/.test(full[0]?.text ?? '')) return undefined;
  return max === undefined ? { score: number(score) } : { score: number(score), max: number(max) };
}

function scoreOf(
  columns: TableBlock['columns'],
  cells: readonly (Cell | undefined)[],
  scoreAt: number,
): Omit<ReadScore, 'quote'> | undefined {
  const printed = cells[scoreAt]?.text ?? '';
  if (!isFigure(printed) || printed.endsWith('%')) return undefined;
  const weightAt = columns
    .map(({ kind }, index) => (kind === 'weight' && index < scoreAt ? index : -1))
    .findLast((at) => at >= 0);
  const name = nameOf(columns, cells, weightAt ?? scoreAt);
  if (!name) return undefined;
  const weight = weightAt === undefined ? undefined : cells[weightAt]?.text;
  const inHeading = /（(\d+)分/.exec(columns[scoreAt]?.title ?? '')?.[1];
  const inName = weightInName.exec(name)?.[1];
  const max = weight !== undefined && isFigure(weight) ? number(weight) : (inName ?? inHeading);
  const score = number(printed);
  if (max !== undefined && Number(score) > Number(max)) return undefined;
  const reasonAt = columns.findIndex(({ kind }) => kind === 'reason');
  const reason = max !== undefined && Number(score) < Number(max) ? cells[reasonAt]?.text : undefined;
  return {
    name: plainName(name),
    score,
    ...(max !== undefined && { max }),
    ...(reason && !isBlank(reason) && { reason }),
  };
}

/** The rate's own row in a form on money and outcomes carries no name of an indicator. */
function nameOf(
  columns: TableBlock['columns'],
  cells: readonly (Cell | undefined)[],
  before: number,
): string | undefined {
  if (columns.some(({ kind }) => kind === 'money')) {
    const label = cells
      .slice(0, before)
      .map((cell) => cell?.text ?? '')
      .find((text) => /资金总额|总金额|^合计|支出总额/.test(text));
    return label ? '预算执行率' : undefined;
  }
  const named = columns
    .map(({ kind }, index) => (kind === 'name' && index < before ? index : -1))
    .findLast((at) => at >= 0);
  const at = named !== undefined && !isBlank(cells[named]?.text ?? '') ? named : undefined;
  if (at !== undefined) return cells[at]?.text;
  return cells.slice(0, before).findLast((cell) => cell && !isBlank(cell.text) && !isFigure(cell.text))?.text;
}

/** “1.应付款项管理”, “指标1：…”, “预算管理（20分）” */
export function plainName(name: string): string {
  return name
    .replace(/^(?:指标\d{0,2}[：、.]|（?[一二三四五六七八九十]{1,3}[）、]|（?\d{1,2}[）、.](?!\d))/, '')
    .replace(weightInName, '')
    .replace(/（(?:二选一|选填|可选)）$/, '');
}

function number(text: string): string {
  return plain(text.replace(/分$/, ''));
}
