import { Link } from '@remix-run/react';
import { ScoreFormula } from '#app/components/scoring/score-formula.tsx';
import { takesEvidence } from '#app/domain/evidence-file.ts';
import { formatScore } from '#app/domain/figure-text.ts';
import { scoreParts } from '#app/domain/form/fields.ts';
import { childrenOf, type FrameworkNode, totalCode } from '#app/domain/framework.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { ComputedScore } from './computed-score.tsx';
import { FieldInput } from './field-input.tsx';
import { FieldNotes, useHasNotes } from './field-notes.tsx';
import { useForm, useSummary } from './form-context.tsx';
import { LastYear } from './last-year.tsx';
import { PeerRange } from './peer-range.tsx';

/** Columns as a district's spreadsheet has them: what was meant, what came of it, the points, and why some are missing. */
const columns = ['target', 'completion', 'score', 'reason', 'measure', 'evidence'] as const;

/** Every node of the framework with what the office claims; a block from a spreadsheet can be pasted into it. */
export function ScoresTable() {
  const { page } = useForm();
  const { t } = useT();
  const total = { code: totalCode, level: 0, weight: page.framework.totalWeight } as const;
  return (
    <table className="form-table form-scores" data-grid aria-label={t('form.section.scores')}>
      <thead>
        <tr>
          <th scope="col">{t('form.score.node')}</th>
          {columns.map((part) => (
            <th key={part} scope="col" className={part === 'score' ? 'n' : undefined}>
              {t(`form.score.${part}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.framework.nodes.map((node) => (
          <ScoreLine key={node.code} node={node} />
        ))}
        <ScoreLine node={total} />
      </tbody>
    </table>
  );
}

type Line = Pick<FrameworkNode, 'code' | 'weight'> &
  Partial<Pick<FrameworkNode, 'name' | 'nameEn' | 'verified'>> & { level: 0 | 1 | 2 | 3 };

function ScoreLine({ node }: { node: Line }) {
  const { page } = useForm();
  const { t, language } = useT();
  const name = node.name ? localName(language, { ...node, name: node.name }) : t('domain.score.total');
  const parts = scoreParts.map((part) => `scores.${node.code}.${part}`);
  return (
    <>
      <tr data-level={node.level}>
        <th scope="row">
          {name}
          <span className="mark">
            {t('form.score.weight', { weight: formatScore(node.weight, language) })}
            {node.verified === false ? t('form.score.unverified') : null}
          </span>
        </th>
        {columns.map((part) => {
          const field = `scores.${node.code}.${part}`;
          // Words about a whole are said at its parts.
          if (part !== 'score' && node.level < 2 && !page.values[field])
            return <td key={part} data-cell className="form-nothing" />;
          return (
            <td key={part} data-cell data-head={t(`form.score.${part}`)}>
              <FieldInput
                field={field}
                kind={part === 'score' ? 'figure' : 'text'}
                inputMode={part === 'score' ? 'decimal' : undefined}
                label={t('form.name.part', { name, part: t(`form.score.${part}`) })}
              />
              {part === 'score' ? (
                <ComputedScore code={node.code} isParent={childrenOf(page.framework, node.code).length > 0} />
              ) : null}
              {part === 'evidence' ? <EvidenceFiles code={node.code} name={name} /> : null}
              <LastYear field={field} />
              <PeerRange field={field} />
            </td>
          );
        })}
      </tr>
      <NotesLine code={node.code} fields={parts} />
    </>
  );
}

/** How many files bear this out, and the way to them. */
function EvidenceFiles({ code, name }: { code: string; name: string }) {
  const { page } = useForm();
  const { t } = useT();
  const count = page.evidence[code] ?? 0;
  if ((page.readOnly && count === 0) || !takesEvidence(page.framework, code)) return null;
  const anchor = count > 0 ? `n-${code}` : 'attach';
  return (
    <Link
      to={`${page.evidenceAddress}?${new URLSearchParams({ node: code })}#${anchor}`}
      className="form-evidence no-print"
      aria-label={
        count > 0 ? t('evidence.countAt', { count, node: name }) : t('evidence.attach.hereAt', { node: name })
      }
    >
      {count > 0 ? t('evidence.count', { count }) : t('evidence.add')}
    </Link>
  );
}

/** A line of its own under the indicator: the columns are too narrow for sentences. */
function NotesLine({ code, fields }: { code: string; fields: readonly string[] }) {
  const explained = useSummary().evaluation.explained[code];
  const hasFormula = explained !== undefined && explained.status !== 'judged';
  const hasNotes = useHasNotes(fields);
  if (!hasNotes && !hasFormula) return null;
  return (
    <tr className="form-notes-line">
      <td colSpan={columns.length + 1}>
        {hasFormula ? <ScoreFormula explained={explained} unit="wan" /> : null}
        {fields.map((field) => (
          <FieldNotes key={field} field={field} beside={fields} />
        ))}
      </td>
    </tr>
  );
}
