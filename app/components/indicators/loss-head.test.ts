import { expect, it } from 'vitest';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { pathOf } from '#app/domain/indicator-loss.ts';
import { nodesAtLevel } from '#app/domain/indicator-search.ts';
import { type HeadPart, headRows } from './loss-head.ts';

const columns = (level: number, below?: string) =>
  nodesAtLevel(guangdong2023, level, below).map((node) => ({
    node,
    path: pathOf(guangdong2023, node),
    stated: 0,
    losing: 0,
  }));
const brief = (part: HeadPart) =>
  part.kind === 'group' ? `${part.node.name}×${part.across}` : `${part.column.node.name}↓${part.down}`;

it('dimensions stand over categories over indicators, and a branch that ends early reaches down', () => {
  expect(headRows(columns(3, 'effectiveness'), true).map((row) => row.map(brief))).toEqual([
    ['履职效能×3'],
    ['整体效能×2', '部门预算资金支出率↓2'],
    ['产出指标完成情况↓1', '效益指标完成情况↓1'],
  ]);
});

it('every row covers every column', () => {
  for (const level of [2, 3]) {
    const rows = headRows(columns(level), true);
    const covered = rows.map((row, depth) => {
      const reaching = rows
        .slice(0, depth)
        .flat()
        .filter((part) => part.kind === 'column' && part.down > depth).length;
      return row.reduce((sum, part) => sum + (part.kind === 'group' ? part.across : 1), 0) + reaching;
    });
    expect(covered[0]).toBe(columns(level).length);
    expect(rows.at(-1)?.every(({ kind }) => kind === 'column')).toBe(true);
    expect(rows.flat().filter(({ kind }) => kind === 'column')).toHaveLength(columns(level).length);
  }
});

it('in another order there is one row, and with no column an empty one', () => {
  expect(headRows(columns(3).reverse(), false)).toHaveLength(1);
  expect(headRows([], true)).toEqual([[]]);
});
