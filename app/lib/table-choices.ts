import type { ColumnChoice } from '#app/domain/workbook/choose-columns.ts';

interface TableChoices {
  /** Whose row it is, by row; empty where nobody said. */
  rows: ReadonlyMap<number, string>;
  /** What it holds, by column. */
  columns: ReadonlyMap<number, ColumnChoice>;
  /** Of amounts that no unit is stated for; empty where nobody said. */
  unit: string;
}

/** What was chosen on the page of a table as one text. */
export function chosenText({ rows, columns, unit }: TableChoices): string {
  const offices = [...rows].filter(([, office]) => office !== '').sort(([a], [b]) => a - b);
  const fields = [...columns].sort(([a], [b]) => a - b);
  return [
    unit,
    ...offices.map(([row, office]) => `${row}=${office}`),
    ...fields.map(([column, choice]) => `${column}:${choice.field}/${choice.unit ?? ''}`),
  ].join(' ');
}
