import type { Rule, Rules } from './pdf-rules.server.ts';

/** A table as its lines draw it: the places of its rows and columns, and the cell that each field of the grid belongs to. */
export interface Grid {
  /** From left to right, from top to bottom. */
  columns: number[];
  rows: number[];
  /** `cell[row][column]`: `row * columns + column` of the field where its cell begins. */
  cells: number[][];
}

/** Lines closer together are one, drawn twice or as a thin box. */
const near = 3;
const mostFields = 20_000;

/** The tables that lines draw; a single box is none. */
export function gridsOf(rules: Rules): Grid[] {
  const [across, down] = [joined(rules.across), joined(rules.down)];
  return connected(across, down).flatMap(({ across, down }) => {
    const [rows, columns] = [placesOf(across), placesOf(down)];
    const fields = (rows.length - 1) * (columns.length - 1);
    if (rows.length < 2 || columns.length < 2 || fields < 2 || fields > mostFields) return [];
    return [{ columns, rows, cells: cellsOf(rows, columns, across, down) }];
  });
}

/** The field of a grid that a point lies in. */
export function fieldAt({ columns, rows }: Grid, x: number, y: number): [number, number] | undefined {
  const [row, column] = [stretchAt(rows, y), stretchAt(columns, x)];
  return row < 0 || column < 0 ? undefined : [row, column];
}

function stretchAt(places: readonly number[], at: number): number {
  return places.findIndex((place, index) => place <= at && at < (places[index + 1] ?? place));
}

/** Pieces of one line, such as the dashes of a dashed one, or its part in each cell. */
function joined(rules: readonly Rule[]): Rule[] {
  const lines: Rule[] = [];
  for (const rule of rules.toSorted((one, other) => one.at - other.at || one.from - other.from)) {
    const line = lines.findLast(
      ({ at, from, to }) => rule.at - at < near && rule.from <= to + near && rule.to >= from - near,
    );
    if (line) {
      line.from = Math.min(line.from, rule.from);
      line.to = Math.max(line.to, rule.to);
    } else lines.push({ ...rule });
  }
  return lines.filter(({ from, to }) => to - from > 2 * near);
}

/** Lines that meet belong to one table. */
function connected(across: readonly Rule[], down: readonly Rule[]): Rules[] {
  const groups: Rules[] = [];
  const waiting = { across: new Set(across), down: new Set(down) };
  for (const first of across) {
    if (!waiting.across.delete(first)) continue;
    const group: Rules = { across: [first], down: [] };
    const open: { rule: Rule; level: boolean }[] = [{ rule: first, level: true }];
    for (let next = open.pop(); next; next = open.pop()) {
      const [others, kind] = next.level
        ? ([waiting.down, 'down'] as const)
        : ([waiting.across, 'across'] as const);
      for (const other of others) {
        if (!meet(next.rule, other)) continue;
        others.delete(other);
        group[kind].push(other);
        open.push({ rule: other, level: !next.level });
      }
    }
    groups.push(group);
  }
  return groups;
}

function meet(one: Rule, other: Rule): boolean {
  return covers(one, other.at) && covers(other, one.at);
}

function covers({ from, to }: Rule, place: number): boolean {
  return from - near <= place && place <= to + near;
}

function placesOf(rules: readonly Rule[]): number[] {
  const places: number[] = [];
  for (const { at } of rules.toSorted((one, other) => one.at - other.at))
    if (places.length === 0 || at - (places.at(-1) ?? 0) >= near) places.push(at);
  return places;
}

/** Neighbours without a line between them are one cell. */
function cellsOf(
  rows: readonly number[],
  columns: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): number[][] {
  const wide = columns.length - 1;
  const cells = rows.slice(1).map((_, row) => columns.slice(1).map((_, column) => row * wide + column));
  const isRuled = (rules: readonly Rule[], at: number, from: number, to: number) =>
    rules.some((rule) => Math.abs(rule.at - at) < near && covers(rule, (from + to) / 2));
  for (const [row, line] of cells.entries()) {
    for (const column of line.keys()) {
      const [left, right] = [columns[column] ?? 0, columns[column + 1] ?? 0];
      const [top, bottom] = [rows[row] ?? 0, rows[row + 1] ?? 0];
      const before = line[column - 1];
      const above = cells[row - 1]?.[column];
      if (before !== undefined && !isRuled(down, left, top, bottom)) line[column] = before;
      else if (above !== undefined && !isRuled(across, top, left, right)) line[column] = above;
    }
  }
  return cells;
}
