import { multiply, sum, within } from '../money.ts';
import type { Decimal, MoneyItem, RateItem } from '../submission.ts';
import { amountFields, type MoneySubject } from './money-fields.ts';
import { money, plain, yuanPer } from './money-tokens.ts';
import { type LabelFacts, readLabel } from './money-words.ts';
import { type Column, cellsUnder, isBlank, isFigure, type TableBlock } from './table-blocks.ts';
import type { Cell, TableRow } from './table-rows.ts';

/** A figure of a table for a field; `unit` is absent where neither cell, heading nor title names one. */
export interface TableFigure<Field> {
  field: Field;
  value: Decimal;
  printed: string;
  label?: Cell;
  cell: Cell;
  unitKnown: boolean;
}

export interface TableFigures {
  amounts: TableFigure<MoneyItem>[];
  rates: TableFigure<RateItem>[];
}

interface Context {
  year?: number;
  stem?: string;
}

const subsidiary = /经济(?:科目|分类)|功能分类|明细|项目支出绩效|专项|下属|二级单位|科目/;
const ofSpending: readonly MoneySubject['item'][] = [
  'basic',
  'personnel',
  'public',
  'project',
  'three_public',
];
const ofSides: readonly MoneySubject['item'][] = ['general', 'gov_fund', 'state_capital', 'other'];

/** Figures of a table on the office's money; each row's label and each column's heading are read like the words of a sentence. */
export function tableMoney(block: TableBlock, context: Context): TableFigures {
  const head = block.titles.slice(-block.columns.length - 2).join(' ');
  if (block.ofProjects || subsidiary.test(head)) return { amounts: [], rates: [] };
  const cells = labelledCells(block, context);
  const isSum = ofParts(block, context);
  return {
    amounts: cells.flatMap((one) => amountsOf(one, block, context, isSum)),
    rates: cells.flatMap((one) => rateOf(one, context)),
  };
}

/** A figure with the label to its left and the heading above it. */
interface LabelledCell {
  cell: Cell;
  label: Cell;
  facts: LabelFacts;
  column?: Column;
  /** Side of the budget: by the heading over the label, or by the total above the row. */
  labelSide?: MoneySubject['side'];
  rowSide?: MoneySubject['side'];
}

function labelledCells({ columns, rows }: TableBlock, context: Context): LabelledCell[] {
  const found: LabelledCell[] = [];
  let rowSide = onlySide(rows, context);
  const under = rows.map((row) => (columns.length === 0 ? row.cells : cellsUnder(columns, row)));
  const partsOf = sumsOfParts(under, context);
  for (const [place, row] of rows.entries()) {
    const lone = under[place] && row.marked ? [] : carryOf(row, context);
    const cells = lone.length > 0 ? undefined : under[place];
    found.push(...lone);
    let label: Pick<LabelledCell, 'label' | 'facts' | 'labelSide'> | undefined;
    for (const [index, cell] of (cells ?? []).entries()) {
      if (!cell || isBlank(cell.text)) continue;
      const column = columns[index];
      if (isFigure(cell.text)) {
        if (!label || label.facts.unknown) continue;
        const { balancing, ...facts } = label.facts;
        const isSum = balancing && within(partsOf(index, facts.side) ?? '-1', bareNumber(cell.text), '0.01');
        found.push({ cell, ...label, facts: isSum ? facts : label.facts, column, rowSide });
        continue;
      }
      const facts = factsOf(cell.text, context);
      label = { label: cell, facts, labelSide: factsOf(column?.title ?? '', context).side };
      if (facts.whole && facts.side && facts.side !== 'both') rowSide = facts.side;
    }
  }
  return found;
}

/**
 * What the parts of one side add up to in a column: “支出总计” is spending, and not the balance, where basic and project
 * spending make it up. Each sum is worked out once.
 */
function sumsOfParts(rows: readonly ((Cell | undefined)[] | undefined)[], context: Context) {
  const labelled = rows.map((cells) => {
    const at = cells?.slice(0, mostLabels).findIndex((cell) => cell && !isBlank(cell.text)) ?? -1;
    const { item, unknown } = factsOf(cells?.[at]?.text ?? '', context);
    return { cells, item: unknown ? undefined : item };
  });
  const sums = new Map<string, Decimal | undefined>();
  return (index: number, side: LabelFacts['side']): Decimal | undefined => {
    const key = `${index} ${side}`;
    const items: readonly string[] = side === 'expenditure' ? ['basic', 'project'] : ofSides;
    const figures = () =>
      labelled
        .filter(({ item }) => item && items.includes(item))
        .map(({ cells }) => cells?.[index]?.text ?? '')
        .filter(isFigure);
    if (!sums.has(key)) sums.set(key, sum(figures().map(bareNumber)));
    return sums.get(key);
  };
}

/** A row's label stands in one of its first cells. */
const mostLabels = 4;

/** The side of a table whose totals are all of one, wherever they stand. */
function onlySide(rows: readonly TableRow[], context: Context): MoneySubject['side'] {
  const totals = rows.flatMap(({ cells }) => cells.map(({ text }) => factsOf(text, context)));
  const sides = new Set(totals.filter(({ whole, unknown }) => whole && !unknown).map(({ side }) => side));
  sides.delete(undefined);
  const [side] = sides;
  return sides.size === 1 && side !== 'both' ? side : undefined;
}

/** A carry-over has one figure, under whichever heading. */
function carryOf({ cells }: TableRow, context: Context): LabelledCell[] {
  const [label, cell, ...others] = cells.filter(({ text }) => !isBlank(text));
  if (!label || !cell || others.length > 0 || !isFigure(cell.text)) return [];
  const facts = factsOf(label.text, context);
  return facts.carry && !facts.unknown ? [{ cell, label, facts, column: { kind: 'money', title: '' } }] : [];
}

function amountsOf(
  one: LabelledCell,
  block: TableBlock,
  context: Context,
  isSum: boolean,
): TableFigure<MoneyItem>[] {
  const { cell, label, column, facts } = one;
  if (column && column.kind !== 'money') return [];
  if (!column && /(?:元|%|分)$/.test(cell.text)) return []; // read as a sentence
  const heading = factsOf((column?.title ?? '').replace(/^(?:金额|数额)$/, ''), context);
  // “预算数 | 调整后预算数”: the first is the initial one
  const besideAdjusted = block.columns.some(
    ({ kind, title }) => kind === 'money' && /调整后?预算/.test(title),
  );
  if (heading.stage === 'budget' && besideAdjusted && !/全年/.test(column?.title ?? ''))
    heading.stage = 'initial';
  if (heading.unknown || isOtherYear(heading, context) || isOtherYear(facts, context)) return [];
  const hasBudget =
    block.columns.some(({ kind, title }) => kind === 'money' && /预算/.test(title)) &&
    !block.rows.some(({ cells }) =>
      cells.some(({ text }) =>
        /^(?:其中：|\d{1,2}[.、]|（[一二三四五\d]）)?人员(?:类)?(?:经费|支出)/.test(text),
      ),
    );
  const { value, unitKnown } = cellAmount(block, column?.title ?? '', label.text, cell.text);
  return fieldsOf(byYear(one, heading), heading, hasBudget, isSum).map((field) => ({
    field,
    value,
    printed: cell.text,
    label,
    cell,
    unitKnown,
  }));
}

/** A row that only names the year holds what its headings name. */
function byYear(one: LabelledCell, heading: LabelFacts): LabelledCell {
  const { year, ...others } = one.facts;
  const onlyYear = year !== undefined && Object.keys(others).length === 0;
  return onlyYear && (heading.item || heading.side || heading.carry)
    ? { ...one, facts: { ...heading, parts: false } }
    : one;
}

/** Whether the rows are the sources of the office's money, or its kinds of spending: then their sum is the whole. */
function ofParts({ rows }: TableBlock, context: Context): boolean {
  const items = rows.map(({ cells }) => cells.find(({ text }) => !isBlank(text))?.text ?? '');
  const facts = items.map((text) => factsOf(text, context)).filter(({ unknown }) => !unknown);
  const named = new Set(facts.map(({ item }) => item));
  return (named.has('general') && named.has('gov_fund')) || (named.has('basic') && named.has('project'));
}

function fieldsOf(
  { facts, label, column, labelSide, rowSide }: LabelledCell,
  heading: LabelFacts,
  hasBudget: boolean,
  isSum: boolean,
): MoneyItem[] {
  const spent = facts.side ?? (/(?:基本|项目)支出/.test(label.text) ? 'expenditure' : undefined);
  const stage = heading.stage ?? facts.stage ?? (column || spent ? 'final' : undefined);
  if (facts.balancing || facts.change || facts.against) return [];
  if (facts.carry) return stage === 'final' || !stage ? [`carryover_${facts.carry}`] : [];
  if (heading.carry) return facts.whole && !facts.item && isSum ? [`carryover_${heading.carry}`] : [];
  const item = facts.item ?? 'total';
  const says = facts.item || facts.whole || facts.own || facts.stage || facts.side;
  if (!says || !stage || item === 'appropriation' || (facts.parts && !facts.item)) return [];
  const stated = ofSpending.includes(item) ? 'expenditure' : (facts.side ?? heading.side ?? labelSide);
  const side = stated ?? (ofSides.includes(item) ? rowSide : undefined);
  // “合计” of a table that does not say of what
  const bare =
    item === 'total' && !side && !isSum && !/资金|金额|总额|预算|部门|单位|整体|执行|决算/.test(label.text);
  return bare ? [] : amountFields({ item, side, stage, publicFunds: item === 'public' && hasBudget });
}

/** The rate in the row of the whole, by its heading not of revenue nor against the initial budget. */
function rateOf({ cell, label, column, facts }: LabelledCell, context: Context): TableFigure<RateItem>[] {
  const title = column?.title ?? '';
  const ofWhole = (facts.whole || facts.own) && !facts.item && facts.side !== 'revenue';
  const isExecution = /执行率|完成率|完成(?:全年|调整后?)?预算/.test(title) && !/年初/.test(title);
  if (column?.kind !== 'rate' || !ofWhole || !isExecution || isOtherYear(factsOf(title, context), context))
    return [];
  const value = plain(cell.text.replace('%', ''));
  return [{ field: 'execution_rate', value, printed: cell.text, label, cell, unitKnown: true }];
}

/** 元 behind a cell: by its own unit, its heading's, its label's, or the table's. */
export function cellAmount(
  { titles }: Pick<TableBlock, 'titles'>,
  heading: string,
  label: string,
  printed: string,
): { value: Decimal; unitKnown: boolean } {
  const stated = [printed, heading, label].map(unitIn).find((unit) => unit !== undefined);
  const unit = stated ?? titles.map(unitOfTitle).findLast((one) => one !== undefined);
  return {
    value: money(multiply(bareNumber(printed), yuanPer[unit ?? '元'] ?? '1')),
    unitKnown: unit !== undefined,
  };
}

/** “1,234.50万元” → “1234.50” */
function bareNumber(printed: string): Decimal {
  return plain(printed.replace(/(?:[万亿]?元|分|%)$/, '').replace('−', '-'));
}

function unitIn(text: string): string | undefined {
  return /（(?:单位：)?((?:[万亿千百]{1,2})?元)）/.exec(text)?.[1] ?? /\d((?:[万亿])?元)$/.exec(text)?.[1];
}

function unitOfTitle(text: string): string | undefined {
  return /单位(?:[：:]|均?为)?(?:人民币)?（?((?:[万亿千百]{1,2})?元)/.exec(text)?.[1] ?? unitIn(text);
}

function factsOf(words: string, { stem }: Context): LabelFacts {
  const plainWords = words
    .replace(/全年（调整后?）/, '调整')
    .replace(/（[^（）]*）/g, '')
    .replace(/^(?:[一二三四五六七八九十]{1,3}[、.]|（?[一二三四五六七八九十\d]{1,2}[）、.](?!\d))/, '');
  return readLabel(plainWords, stem).facts;
}

function isOtherYear({ year }: LabelFacts, context: Context): boolean {
  return year === 'last' || (typeof year === 'number' && context.year !== undefined && year !== context.year);
}
