import { monthOf } from './patterns.ts';
import type { Cell, TableRow, TextTable } from './table-rows.ts';

/** What the cells below a heading hold. */
export type ColumnKind =
  | 'money'
  | 'rate'
  | 'weight'
  | 'score'
  | 'name'
  | 'class'
  | 'target'
  | 'done'
  | 'reason'
  | 'problem'
  | 'text';

export interface Column {
  kind: ColumnKind;
  title: string;
}

/** Rows under one heading row; without one, cells speak for themselves. */
export interface TableBlock {
  columns: Column[];
  rows: TableRow[];
  /** The heading row. */
  head?: TableRow;
  /** Titles and unit lines above the table, its heading row included. */
  titles: string[];
  /** The project that the whole table is about, where it is about one. */
  project?: Cell;
  /** Is about projects, one or several, and not the office. */
  ofProjects: boolean;
}

const figure = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[万亿]?元|分|%)?$/;
export const isFigure = (text: string): boolean => figure.test(text);
/** A cell that says it holds nothing. */
export const isBlank = (text: string): boolean => /^[-—–/／无]*$/.test(text);

const columnKinds: readonly { kind: ColumnKind; title: RegExp; unless?: RegExp }[] = [
  {
    kind: 'problem',
    title: /^(?:存在|发现|主要|突出)?的?(?:主要)?问题(?:描述|表现)?(?:[及和](?:主要)?原因(?:分析)?)?$/,
  },
  { kind: 'reason', title: /原因|备注|说明|改进措施/, unless: /评分|指标说明/ },
  { kind: 'weight', title: /分值|权重|满分|标准分|^权数/, unless: /得分|自评/ },
  {
    kind: 'score',
    title: /得分|自评分|自评$|评分$|^自评结果$|^分数$/,
    unless: /标准|系数|依据|办法|原因|说明|率$/,
  },
  { kind: 'target', title: /指标值|目标值|预期目标|年初目标|年度目标|计划值|绩效标准/ },
  { kind: 'done', title: /完成值|完成情况|实现值|实际值|完成数量/ },
  { kind: 'class', title: /^二级指标$/ },
  { kind: 'rate', title: /率|比例|占比|%|完成.*预算|增减|控制率/ },
  {
    kind: 'money',
    title:
      /(?:预算|决算|执行|支出|收入|调整|批复|到位|支付|发生|完成|结余|结转)(?:数|额|金额|资金|总额|预算)?(?:（[^）]*）)*$|(?:收入|支出)(?:合计|总计|总额)(?:（[^）]*）)*$|^(?:20\d{2}年度?)?(?:金额|数额|合计)(?:（[^）]*）)*$|^(?:20\d{2}年度?|上年度?|本年度?)(?:数|实际)?(?:（[^）]*）)*$/,
    unless: /项目$|名称|科目|内容|依据|情况/,
  },
  {
    kind: 'name',
    title:
      /^(?:三级指标|四级指标|指标名称|评价指标|考核指标|绩效指标|指标|指标内容|评价内容|考核内容|评分项目|项目|项目名称)$/,
  },
];

/** Divides a table at its heading rows. */
export function blocksOf(table: TextTable): TableBlock[] {
  const titles = [...(table[0]?.above ?? [])];
  const blocks: TableBlock[] = [];
  let project: Cell | undefined;
  let block: TableBlock = { columns: [], rows: [], titles: [...titles], ofProjects: false };
  for (const row of table) {
    titles.push(...row.above);
    const name = projectName(row);
    const isWhole = row.above.some((text) => /整体(?:支出)?绩效/.test(text));
    if (name || (isWhole && project)) {
      // the form of another project, or that of the office below one of a project
      project = name;
      blocks.push(block);
      block = { columns: [], rows: [], titles: [...titles.slice(-4)], project, ofProjects: false };
    }
    const columns = columnsOf(row);
    if (columns) {
      blocks.push(block);
      const heading = row.cells.map(({ text }) => text);
      block = {
        columns,
        head: row,
        rows: [],
        titles: [...titles.filter((text) => /单位：/.test(text)).slice(-1), ...titles.slice(-4), ...heading],
        project,
        ofProjects: false,
      };
    } else {
      if (/单位：/.test(row.cells.map(({ text }) => text).join('')))
        block.titles.push(...row.cells.map(({ text }) => text));
      block.titles.push(...row.above.filter((text) => /^（?单位：/.test(text)));
      block.rows.push(row);
      titles.push(
        ...row.cells
          .filter(({ text }, index) => index < 2 || /单位：/.test(text))
          .map(({ text }) => text)
          .filter((text) => text.length > 3 && !isFigure(text)),
      );
    }
  }
  return [...blocks, block]
    .map((one) => ({ ...one, ofProjects: one.project !== undefined || isOfProjects(one) }))
    .map(withoutLabelColumns);
}

/** Over what is to be done about the problem in the same row. */
export const measureHeading =
  /^(?:(?:拟采取|下一步|改进|整改|解决|应对)(?:的|工作)?)?(?:措施|对策|建议|办法)/;

/** Over the months of a table that has one a row. */
export const monthHeading = /^(?:月份?|通报月份|时间)$/;

/** A row of headings: no figures, and at least one that says what kind of figures stand below. */
function columnsOf({ cells }: TableRow): Column[] | undefined {
  const full = cells.filter(({ text }) => text !== '');
  if (
    full.length < 2 ||
    full.some(({ text }) => isFigure(text) || /\d(?:分|元|%)$/.test(text) || text.length > 30)
  )
    return undefined;
  const columns = cells.map(({ text }) => ({ kind: kindOf(text), title: text }));
  const count = (kind: ColumnKind) => columns.filter((column) => column.kind === kind).length;
  const scores = count('score') > 0 && (count('weight') > 0 || count('name') + count('class') > 0);
  const money = count('money') > 0 && (full.length >= 3 || count('name') > 0);
  const outcomes = count('target') > 0 && count('done') > 0 && count('name') > 0;
  const months =
    cells.filter(({ text }) => monthOf(text) !== undefined).length >= 3 ||
    (count('rate') > 0 && cells.some(({ text }) => monthHeading.test(text)));
  const problems = count('problem') > 0 && columns.some(({ title }) => measureHeading.test(title));
  return scores || money || outcomes || months || problems ? columns : undefined;
}

function kindOf(title: string): ColumnKind {
  return columnKinds.find((one) => one.title.test(title) && !one.unless?.test(title))?.kind ?? 'text';
}

/** “收入 | 决算数 | 支出 | 决算数”: a heading that could be of figures stands over labels. */
function withoutLabelColumns(block: TableBlock): TableBlock {
  const columns = block.columns.map((column, index) => {
    if (column.kind !== 'money') return column;
    const below = block.rows.map(({ cells }) => cells[index]?.text ?? '').filter((text) => !isBlank(text));
    const figures = below.filter(isFigure).length;
    return figures === 0 && below.length > 0 ? { ...column, kind: 'text' as const } : column;
  });
  return { ...block, columns };
}

function projectName({ cells }: TableRow): Cell | undefined {
  const at = cells.findIndex(({ text }) => /^项目名称：?$/.test(text));
  const name = at < 0 ? undefined : cells[at + 1];
  const alone = cells.filter(({ text }) => text !== '').length;
  return name && name.text !== '' && kindOf(name.text) === 'text' && alone <= 4 ? name : undefined;
}

function isOfProjects({ titles, columns }: TableBlock): boolean {
  const above = titles.slice(0, Math.max(0, titles.length - columns.length)).slice(-3);
  // what stands above the nearest heading is on something else
  const heading = above.findLastIndex((text) =>
    /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/.test(text),
  );
  const near = above.slice(Math.max(0, heading)).join(' ');
  if (columns.some(({ title }) => /^(?:项目|任务)名称$/.test(title))) return true;
  return /项目(?:支出)?(?:绩效)?(?:自评|明细|情况)|专项资金/.test(near) && !/整体支出/.test(near);
}

/** Puts the cells of a row under the headings; undefined where more than one way fits. */
export function cellsUnder(
  columns: readonly Column[],
  { cells }: TableRow,
): (Cell | undefined)[] | undefined {
  const spare = columns.length - cells.length;
  if (spare === 0 || (spare < 0 && cells.slice(columns.length).every(({ text }) => text === '')))
    return cells;
  if (spare < 0) return undefined;
  const ways = Array.from({ length: spare + 1 }, (_, left) =>
    columns.map((_, index) => cells[index - left] as Cell | undefined),
  );
  const marks = ways.map((way) => fitOf(columns, way));
  const best = Math.max(...marks);
  const fitting = ways.filter((_, index) => marks[index] === best);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function fitOf(columns: readonly Column[], cells: readonly (Cell | undefined)[]): number {
  return columns.reduce((sum, { kind }, index) => {
    const text = cells[index]?.text;
    if (text === undefined || isBlank(text)) return sum;
    const figures = kind === 'money' || kind === 'weight' || kind === 'score';
    if (figures) return sum + (isFigure(text) && !text.endsWith('%') ? 2 : -3);
    if (kind === 'rate') return sum + (isFigure(text) ? 1 : -2);
    if (kind === 'target' || kind === 'done') return sum + 0.5;
    return sum + (isFigure(text) ? -1 : 1);
  }, 0);
}
