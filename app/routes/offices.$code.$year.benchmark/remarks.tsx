import { Section } from '#app/components/report-card/section.tsx';
import type { BenchmarkLine } from '#app/domain/benchmark.ts';
import type { Comparison } from '#app/usecases/office-benchmark.server.ts';
import { remarkText } from './reading.ts';
import type { BenchmarkText } from './texts.ts';

/** Up to three figures above and three below the median that stand out, a sentence each. */
export function Remarks({ comparison, text }: { comparison: Comparison; text: BenchmarkText }) {
  const { t } = text;
  const { strengths, weaknesses, total } = comparison;
  const withheld = strengths.length + weaknesses.length === 0 && total?.median === undefined;
  return (
    <Section title={t('benchmark.remarks.title')}>
      {withheld ? (
        <p>{t('benchmark.remarks.withheld')}</p>
      ) : (
        <div className="columns">
          <RemarkList kind="strengths" lines={strengths} text={text} />
          <RemarkList kind="weaknesses" lines={weaknesses} text={text} />
        </div>
      )}
      <p className="note">{t('benchmark.remarks.note')}</p>
    </Section>
  );
}

interface RemarkListProps {
  kind: 'strengths' | 'weaknesses';
  lines: BenchmarkLine[];
  text: BenchmarkText;
}

function RemarkList({ kind, lines, text }: RemarkListProps) {
  const { t } = text;
  return (
    <div>
      <h3>{t(`benchmark.remarks.${kind}`)}</h3>
      {lines.length === 0 ? (
        <p>{t(kind === 'strengths' ? 'benchmark.remarks.noStrengths' : 'benchmark.remarks.noWeaknesses')}</p>
      ) : (
        <ul className="remarks">
          {lines.map((line) => (
            <li key={line.column.id}>{remarkText(line, text)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
