/** The measures named for one problem. */
export function MeasureList({ label, measures }: { label: string; measures: string[] }) {
  return (
    <div className="statement-measures">
      <span className="statement-label">{label}</span>
      <ul>
        {measures.map((measure) => (
          <li key={measure}>{measure}</li>
        ))}
      </ul>
    </div>
  );
}
