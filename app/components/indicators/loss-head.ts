import type { FrameworkNode } from '#app/domain/framework.ts';
import type { LossColumn } from '#app/domain/indicator-loss.ts';

/** A cell of the heatmap's head: a group of columns, or one column that reaches down to the last row. */
export type HeadPart =
  | { kind: 'group'; node: FrameworkNode; across: number; key: string }
  | { kind: 'column'; column: LossColumn; down: number; key: string };

/** Head rows from the top. `grouped` only where the columns stand in the framework's order; else there is one row. */
export function headRows(columns: LossColumn[], grouped: boolean): HeadPart[][] {
  const depths = grouped ? Math.max(0, ...columns.map(({ path }) => path.length)) + 1 : 1;
  return Array.from({ length: depths }, (_, depth) =>
    columns.flatMap((column, index): HeadPart[] => {
      const level = grouped ? column.path.length : 0;
      if (level === depth) return [{ kind: 'column', column, down: depths - depth, key: column.node.code }];
      const node = level > depth ? column.path[depth] : undefined;
      if (!node || columns[index - 1]?.path[depth]?.code === node.code) return [];
      const across = columns.filter(({ path }) => path[depth]?.code === node.code).length;
      return [{ kind: 'group', node, across, key: `group ${node.code}` }];
    }),
  );
}
