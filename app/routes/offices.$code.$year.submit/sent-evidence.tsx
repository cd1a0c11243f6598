import { Link } from '@remix-run/react';
import { EvidenceLinks } from '#app/components/evidence/evidence-links.tsx';
import { nodeByCode } from '#app/domain/framework.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ReportToSend } from '#app/usecases/view-filing.server.ts';

interface SentEvidenceProps {
  report: ReportToSend;
  editAddress: string;
}

/** The files that are sent along, indicator by indicator. */
export function SentEvidence({ report: { evidence, framework }, editAddress }: SentEvidenceProps) {
  const { t, language } = useT();
  const base = editAddress.replace(/\/edit$/, '');
  const codes = [...new Set(evidence.map(({ node }) => node))];
  const order = framework.nodes.map(({ code }) => code);
  return (
    <>
      {codes.length === 0 ? <p>{t('evidence.none')}</p> : null}
      <ul className="sent-evidence">
        {codes
          .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
          .map((code) => {
            const node = nodeByCode(framework, code);
            return (
              <li key={code}>
                <strong>{node ? localName(language, node) : t('evidence.table.gone', { code })}</strong>
                <EvidenceLinks base={base} files={evidence.filter((file) => file.node === code)} />
              </li>
            );
          })}
      </ul>
      <p className="no-print">
        <Link to={`${base}/evidence`}>{t('evidence.table.title')}</Link>
      </p>
    </>
  );
}
