import { Block } from '#app/components/charts/block.tsx';
import { columnGroups } from '#app/domain/columns.ts';
import { axisName, type RelationsText } from '#app/lib/relations-text.ts';
import { defaultUnit } from '#app/lib/search-params.ts';
import { RelationBlock } from './relation-block.tsx';

/** Any two figures against each other. The choice is a GET form; its answer is an address. */
export function FreeBlock({ text }: { text: RelationsText }) {
  const { t, view } = text;
  const { free, axes } = view;
  if (free) {
    return (
      <RelationBlock name="free" relation={free} text={text}>
        <AxesForm text={text} />
      </RelationBlock>
    );
  }
  return (
    <div className="no-print">
      <Block
        id="free"
        kicker={t('relations.free.kicker')}
        title={t('relations.free.title')}
        offices={0}
        notes={[]}
      >
        <AxesForm text={text} />
        {axes.x && axes.x === axes.y ? <p role="status">{t('relations.free.same')}</p> : null}
      </Block>
    </div>
  );
}

function AxesForm({ text }: { text: RelationsText }) {
  const { t, view, unit } = text;
  const { choices, axes } = view;
  return (
    <form
      method="get"
      action="#free"
      className="relations-axes no-print"
      aria-label={t('relations.free.kicker')}
      key={`${axes.x} ${axes.y}`}
    >
      {unit === defaultUnit ? null : <input type="hidden" name="unit" value={unit} />}
      {(['x', 'y'] as const).map((axis) => (
        <label key={axis}>
          {t(`relations.free.${axis}`)}
          <select name={axis} defaultValue={axes[axis] ?? ''}>
            <option value="">{t('relations.free.choose')}</option>
            {columnGroups.map((group) => {
              const columns = choices.filter((column) => column.group === group);
              return columns.length > 0 ? (
                <optgroup key={group} label={t(`ranking.columnGroup.${group}`)}>
                  {columns.map((column) => (
                    <option key={column.id} value={column.id}>
                      {axisName(column, text)}
                    </option>
                  ))}
                </optgroup>
              ) : null;
            })}
          </select>
        </label>
      ))}
      <button type="submit" className="button">
        {t('relations.free.apply')}
      </button>
    </form>
  );
}
