import { fieldKind } from '../form/field-kind.ts';
import type { TableMoneyUnit } from './head-text.ts';
import { suits } from './match-heading.ts';
import type { HeadColumn, PassedHeadColumn, TableHead } from './table-head.ts';

/** In place of a field: the reviewer does not take the column. */
export const leaveOut = 'leave';

/** What the reviewer says of a column. */
export interface ColumnChoice {
  /** A field of the form, or `leaveOut`. */
  field: string;
  /** The unit of its amounts, where it is another than the table states. */
  unit?: TableMoneyUnit;
}

/**
 * The head as the reviewer has it, by the number of the column; one that he says nothing of stays as its heading was understood.
 * The unit that a heading names stays with it, as far as it is one of the chosen field.
 */
export function chooseColumns(head: TableHead, choices: ReadonlyMap<number, ColumnChoice>): TableHead {
  const told = [...head.columns, ...head.passed].map((column) => chosen(column, choices.get(column.column)));
  const inOrder = told.sort((a, b) => a.column - b.column);
  return {
    ...head,
    columns: inOrder.filter((column) => 'field' in column),
    passed: inOrder.filter((column) => 'why' in column),
  };
}

type Column = HeadColumn | PassedHeadColumn;

function chosen(found: Column, choice: ColumnChoice | undefined): Column {
  if (!choice) return found;
  const { column, heading, unit } = found;
  if (choice.field === leaveOut)
    return 'why' in found ? found : { column, heading, ...(unit && { unit }), why: 'left' };
  const isMoney = fieldKind(choice.field) === 'amount';
  return {
    column,
    heading,
    field: choice.field,
    ...(unit && suits(choice.field, unit) && { unit }),
    ...(isMoney && choice.unit && { chosenUnit: choice.unit }),
    ...(!('field' in found && found.field === choice.field) && { isChosen: true }),
  };
}
