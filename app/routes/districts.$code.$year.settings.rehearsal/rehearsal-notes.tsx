import { formatScore } from '#app/domain/figure-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RehearsalView } from '#app/usecases/rehearse-framework.server.ts';

/** How it was worked out, and what it cannot tell. */
export function RehearsalNotes({ rehearsed }: { rehearsed: NonNullable<RehearsalView['rehearsed']> }) {
  const { t, language } = useT();
  const { rehearsal, weights } = rehearsed;
  const { unknown, partly, ruleKept, unranked } = rehearsal;
  const separator = t('framework.rehearsal.comma');
  const nodes = unknown.map((node) =>
    t('framework.rehearsal.nodeWeight', {
      name: localName(language, node),
      weight: formatScore(node.weight, language),
    }),
  );
  const offices = unranked.map(({ office, reason }) =>
    t('framework.rehearsal.unrankedOffice', {
      office: localName(language, office),
      reason: t(`framework.rehearsal.reason.${reason}`),
    }),
  );
  return (
    <section className="note rehearsal-notes">
      <p>{t('framework.rehearsal.method')}</p>
      {unknown.length + partly.length > 0 ? (
        <p>{t('framework.rehearsal.scaled', { weight: formatScore(weights.after, language) })}</p>
      ) : null}
      {nodes.length > 0 ? <p>{t('framework.rehearsal.unknown', { list: nodes.join(separator) })}</p> : null}
      {partly.map(({ node, offices: count }) => (
        <p key={node.code}>{t('framework.rehearsal.partly', { name: localName(language, node), count })}</p>
      ))}
      {ruleKept.map(({ node, offices: count }) => (
        <p key={node.code}>{t('framework.rehearsal.ruleKept', { name: localName(language, node), count })}</p>
      ))}
      {offices.length > 0 ? (
        <p>{t('framework.rehearsal.unranked', { list: offices.join(separator) })}</p>
      ) : null}
    </section>
  );
}
