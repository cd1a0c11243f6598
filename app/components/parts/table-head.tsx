/** A column’s name; `n` where it holds figures, which stand to the right. */
export type HeadColumn = readonly [name: string, kind?: 'n'];

/** The head of a plain table: one row, one name a column. Columns that are not shown are left out by passing false. */
export function TableHead({ columns }: { columns: readonly (HeadColumn | false)[] }) {
  return (
    <thead>
      <tr>
        {columns
          .filter((column) => column !== false)
          .map(([name, kind]) => (
            <th key={name} scope="col" className={kind}>
              {name}
            </th>
          ))}
      </tr>
    </thead>
  );
}
