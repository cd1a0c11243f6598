import { ruleText } from '#app/components/framework/rule-text.ts';
import { type DraftNode, type FrameworkDraft, levelIn, readWeight } from '#app/domain/framework-draft.ts';
import type { DraftProblem } from '#app/domain/framework-draft-problems.ts';
import { sum } from '#app/domain/money.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { problemText } from './problem-text.ts';

interface NodeRowProps {
  node: DraftNode;
  /** The whole tree as it is being typed. */
  draft: FrameworkDraft;
  problems: DraftProblem[];
  isOpen: boolean;
}

/** One node of the tree to type in, with what is wrong at it and what can be done to it. */
export function NodeRow({ node, draft, problems, isOpen }: NodeRowProps) {
  const { t, language } = useT();
  const { code } = node;
  const level = levelIn(draft.nodes, code);
  const parts = draft.nodes.filter(({ parent }) => parent === code);
  const current = draft.nodes.find((each) => each.code === code) ?? node;
  const name = localName(language, current) || t('framework.editor.unnamed');
  const textAt = (field: DraftProblem['field']) => {
    const problem = problems.find((each) => each.field === field);
    return problem && problemText(problem, current.weight, t);
  };
  const input = (field: 'name' | 'nameEn' | 'weight') => {
    const error = textAt(field);
    const id = `${field}-${code}`;
    return (
      <>
        <input
          name={`${code}.${field}`}
          className="input"
          autoComplete="off"
          inputMode={field === 'weight' ? 'decimal' : undefined}
          defaultValue={node[field]}
          aria-label={t('framework.editor.field', { name, field: t(`framework.table.${field}`) })}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
        />
        {error ? (
          <span id={id} className="field-error">
            {error}
          </span>
        ) : null}
      </>
    );
  };
  const sumText = textAt('parts');
  return (
    <tr id={`node-${code}`} data-level={level} data-own={isOpen ? '' : undefined}>
      <th scope="row">{input('name')}</th>
      <td>{input('nameEn')}</td>
      <td className="n weight">{input('weight')}</td>
      <td className="n">
        {parts.length > 0 ? sum(parts.map((part) => readWeight(part.weight))) : null}
        {sumText ? <span className="field-error">{sumText}</span> : null}
      </td>
      <td>
        <input
          type="checkbox"
          name={`${code}.unverified`}
          value="yes"
          defaultChecked={!node.verified}
          aria-label={t('framework.editor.field', { name, field: t('framework.table.unverified') })}
        />
      </td>
      <td className="words">{parts.length > 0 ? null : ruleText(node.rule, t)}</td>
      <td>
        <NodeButtons code={code} name={name} canHold={level < 3} />
      </td>
    </tr>
  );
}

/** Each stores the whole form first. */
function NodeButtons({ code, name, canHold }: { code: string; name: string; canHold: boolean }) {
  const { t } = useT();
  const buttons = [
    { verb: 'up', text: '↑', label: t('framework.editor.up', { name }) },
    { verb: 'down', text: '↓', label: t('framework.editor.down', { name }) },
    {
      verb: 'open',
      text: t('framework.editor.moreShort'),
      label: t('framework.editor.more', { name }),
    },
    ...(canHold
      ? [{ verb: 'add', text: t('framework.editor.addShort'), label: t('framework.editor.add', { name }) }]
      : []),
    {
      verb: 'remove',
      text: t('framework.editor.removeShort'),
      label: t('framework.editor.remove', { name }),
    },
  ];
  return (
    <span className="node-buttons">
      {buttons.map(({ verb, text, label }) => (
        <button
          key={verb}
          type="submit"
          name="intent"
          value={`${verb}:${code}`}
          className="link-button"
          aria-label={label}
        >
          {text}
        </button>
      ))}
    </span>
  );
}
