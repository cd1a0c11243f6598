import { useT } from '#app/lib/i18n/use-t.ts';
import { sizeText } from '#app/lib/size-text.ts';

/** A file as far as a list of links needs it. `change`: against a former revision. */
export interface LinkedFile {
  id: string;
  fileName: string;
  bytes: number;
  change?: 'new' | 'gone';
}

interface EvidenceLinksProps {
  /** The office's pages of the year: “/offices/440103001/2023”. */
  base: string;
  files: readonly LinkedFile[];
}

/** Evidence files to be downloaded, each with its size. Needs the words of `evidence`. */
export function EvidenceLinks({ base, files }: EvidenceLinksProps) {
  const { t } = useT();
  if (files.length === 0) return null;
  return (
    <ul className="evidence-links">
      {files.map(({ change, ...file }) => (
        <li key={file.id}>
          <EvidenceLink base={base} file={file} />{' '}
          {change ? <span className="badge">{t(`evidence.change.${change}`)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** One of them. */
export function EvidenceLink({
  base,
  file: { id, fileName, bytes },
}: {
  base: string;
  file: Omit<LinkedFile, 'change'>;
}) {
  const { t } = useT();
  return (
    <a href={`${base}/evidence/${id}`} download>
      {t('evidence.size', { name: fileName, size: sizeText(bytes) })}
    </a>
  );
}
