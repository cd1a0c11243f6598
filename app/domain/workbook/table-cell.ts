import { fieldKind, figureIn } from '../form/field-kind.ts';
import { isBlank } from '../form/fields.ts';
import { storable } from '../form/merge.ts';
import { toBig, toUnit } from '../money.ts';
import { isMoneyUnit, moneyUnits, type TableMoneyUnit, type TableUnit, withoutSpaces } from './head-text.ts';

/** What a cell of somebody's own table says, in its column's unit. */
export type TableCell = { text: string } | { refusal: 'no_unit' | 'maybe_fraction' };

/**
 * As the form would hold it: amounts in 万元, others as stated, a dash or 未报 as nothing. An amount that no unit is stated for
 * is refused, and so is a rate of 1 or less that no % stands at: it may be a share (0.96) or a percentage.
 */
export function tableCell(
  field: string,
  text: string,
  { column, table }: { column?: TableUnit; table?: TableMoneyUnit },
): TableCell {
  const kind = fieldKind(field);
  if (kind === 'text' || kind === 'lines') return { text: storable(text.trim()) };
  if (isBlank(text) || saysNothing.test(withoutSpaces(text))) return { text: '' };
  if (kind === 'rate' && column !== '%' && isFraction(text)) return { refusal: 'maybe_fraction' };
  if (kind !== 'amount' || namesUnit.test(text)) return { text: formFigure(field, text) };
  const unit = column ?? table;
  if (!isMoneyUnit(unit)) return { refusal: 'no_unit' };
  const read = inUnit(field, text, unit);
  // what is no figure is told as it stands in the table
  return { text: figureIn(field, read) === undefined ? storable(text) : formFigure(field, read) };
}

/** A figure as the form writes it, 1,234.50 as 1234.50; what is no figure as it stands, to be refused there. */
export function formFigure(field: string, text: string): string {
  const figure = figureIn(field, text);
  if (figure === undefined) return storable(text);
  return fieldKind(field) === 'amount' ? toUnit(figure, 'wan') : figure;
}

const saysNothing = /^(?:[-—–/\\*]+|无|暂无|未报|未报送|空|缺|n\/?a|null|none)$/i;
const namesUnit = /[万亿元]/;

function inUnit(field: string, text: string, unit: TableMoneyUnit): string {
  if (unit === '元' || unit === '万元' || unit === '亿元') return `${text.trim()}${unit}`;
  const asWan = figureIn(field, text);
  if (asWan === undefined) return text;
  return `${toBig(asWan).div(moneyUnits.万元).times(moneyUnits[unit]).toFixed()}元`;
}

function isFraction(text: string): boolean {
  const plain = withoutSpaces(text);
  return /^[-+]?(?:0?\.\d+|1(?:\.0+)?)$/.test(plain) && Number(plain) !== 0;
}
