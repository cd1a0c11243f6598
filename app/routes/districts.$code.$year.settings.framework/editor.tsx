import { Form } from '@remix-run/react';
import { type FormEvent, Fragment, useMemo, useState } from 'react';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { totalCode } from '#app/domain/framework.ts';
import { withTyped } from '#app/domain/framework-draft.ts';
import { draftProblems } from '#app/domain/framework-draft-problems.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { DraftView, FrameworkView } from '#app/usecases/view-framework.server.ts';
import type { RefusedEdit } from './answer.ts';
import { EditorHead } from './editor-head.tsx';
import { EditorTools } from './editor-tools.tsx';
import { textsOf } from './form-fields.ts';
import { NodePanel } from './node-panel.tsx';
import { NodeRow } from './node-row.tsx';
import { useFocusKept } from './use-focus-kept.ts';

const columns = ['name', 'nameEn', 'weight', 'parts', 'unverified', 'rule', 'edit'] as const;

interface EditorProps {
  view: FrameworkView;
  draft: DraftView;
  open?: string;
  answer?: RefusedEdit;
}

/**
 * The tree as one form: every button stores what was typed and then does what it says, so that nothing is lost with or
 * without scripts. With scripts the sums follow the typing.
 */
export function Editor({ view, draft, open, answer }: EditorProps) {
  const { t } = useT();
  const [typing, setTyping] = useState<{ version: number; texts: Map<string, string> }>();
  const refused = useMemo(() => answer && new Map(answer.texts), [answer]);
  const stored = refused ? withTyped(draft.content, refused) : draft.content;
  const current = typing?.version === draft.version ? withTyped(stored, typing.texts) : stored;
  const problems = draftProblems(current);
  const problemsOf = (code: string) => problems.filter((each) => each.code === code);
  const form = useFocusKept(draft.version);
  const followTyping = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setTyping({ version: draft.version, texts: textsOf(new FormData(currentTarget)) });
  return (
    <Form
      ref={form}
      method="post"
      noValidate
      className="framework-editor"
      preventScrollReset
      onInput={followTyping}
    >
      <input type="hidden" name="version" value={draft.version} />
      <EditorTools view={view} draft={draft} problems={problems} current={current} />
      <EditorHead draft={stored} problems={problemsOf(totalCode)} />
      <ScrollRegion label={t('framework.table.title')}>
        <table className="data-table framework-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={column === 'weight' || column === 'parts' ? 'n' : undefined}
                >
                  {t(`framework.table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stored.nodes.map((node) => (
              <Fragment key={node.code}>
                <NodeRow
                  node={node}
                  draft={current}
                  problems={problemsOf(node.code)}
                  isOpen={node.code === open}
                />
                {node.code === open ? (
                  <tr className="node-panel-row">
                    <td colSpan={columns.length}>
                      <NodePanel code={open} draft={stored} answer={answer} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="editor-buttons">
        <button type="submit" name="intent" value="add:" className="button">
          {t('framework.editor.addTop')}
        </button>
      </p>
    </Form>
  );
}
