import { Form } from '@remix-run/react';
import { evidenceKinds } from '#app/domain/evidence-file.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { EvidenceLine } from '#app/usecases/view-evidence.server.ts';
import type { EvidencePageProps } from './evidence-page.tsx';

const accepted = Object.values(evidenceKinds)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');

/** An indicator and files for it; sent as a whole page, with and without scripts alike. */
export function AttachForm({ view, base, chosen, answer }: EvidencePageProps) {
  const { t } = useT();
  const node = answer?.node ?? chosen;
  return (
    <Form
      method="post"
      action={`${base}/evidence`}
      encType="multipart/form-data"
      reloadDocument
      className="evidence-form no-print"
    >
      <input type="hidden" name="intent" value="attach" />
      <div className="field">
        <label htmlFor="node">{t('evidence.attach.node')}</label>
        <select id="node" name="node" defaultValue={node} key={node} required>
          <option value="">{t('evidence.attach.choose')}</option>
          {groupsOf(view.lines).map(({ head, lines }) => (
            <NodeGroup key={head.code} head={head} lines={lines} />
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="file">{t('evidence.attach.files')}</label>
        <p id="file-hint" className="note">
          {t('evidence.attach.hint')}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          multiple
          accept={accepted}
          className="input-file"
          aria-invalid={answer ? true : undefined}
          aria-describedby={answer ? 'refused file-hint' : 'file-hint'}
        />
      </div>
      <button type="submit" className="button button-primary">
        {t('evidence.attach.submit')}
      </button>
    </Form>
  );
}

interface Group {
  head: EvidenceLine;
  lines: EvidenceLine[];
}

function NodeGroup({ head, lines }: Group) {
  const { language } = useT();
  const name = ({ node, code }: EvidenceLine) => (node ? localName(language, node) : code);
  return (
    <optgroup label={name(head)}>
      {lines.map((line) => (
        <option key={line.code} value={line.code}>
          {(line.node?.level === 3 ? '　' : '') + name(line)}
        </option>
      ))}
    </optgroup>
  );
}

/** Each dimension with what files can be attached to in it, itself included where nothing lies below it. */
function groupsOf(lines: readonly EvidenceLine[]): Group[] {
  const groups: Group[] = [];
  for (const line of lines) {
    if (line.node?.level === 1) groups.push({ head: line, lines: [] });
    if (line.takesFiles) groups.at(-1)?.lines.push(line);
  }
  return groups.filter((group) => group.lines.length > 0);
}
