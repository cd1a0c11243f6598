import { saysTheSame } from '#app/domain/form/field-kind.ts';
import type { ItemConflict } from '#app/domain/report-import/chosen-changes.ts';
import type { ItemChoice } from '#app/domain/report-import/report-items.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ItemView } from '#app/usecases/view-import.server.ts';
import { Values } from './values.tsx';
import { fieldsOf, itemAnchor, itemName, valueText, type Words, wordsAnchor } from './words.ts';

interface ItemPartProps {
  item: ItemView;
  words: Words;
  mayAccept: boolean;
  ticked: boolean;
  /** Number of the choice that was picked. */
  pick?: number;
  conflict?: ItemConflict;
}

/** One value that was read, beside what is held: to be ticked, and where there are several, to be chosen. */
export function ItemPart({ item, words, mayAccept, ticked, pick, conflict }: ItemPartProps) {
  const { t } = useT();
  const { id, number, state, choices, before, mark } = item;
  const name = itemName(id, words);
  const fields = fieldsOf(item);
  const isOpen = state !== 'same' || choices.length > 1;
  return (
    <li id={itemAnchor(number)} className="import-item" data-state={state}>
      <p className="item-head">
        {mayAccept && isOpen ? (
          <label>
            <input type="checkbox" name="item" value={id} defaultChecked={ticked} /> <strong>{name}</strong>
          </label>
        ) : (
          <strong>{name}</strong>
        )}
        <span className="item-number">{number}</span>
        <span className="badge" data-tone={tones[state]}>
          {t(`import.item.state.${state}`)}
        </span>
      </p>
      <input type="hidden" name={`seen.${id}`} value={mark} />
      {conflict ? <Conflict conflict={conflict} words={words} /> : null}
      {choices.length > 1 ? (
        <Choices item={item} name={name} words={words} mayAccept={mayAccept} pick={pick} />
      ) : (
        <>
          <div className="item-value">
            <span className="item-label">{t('import.item.report')}</span>{' '}
            <Values fields={fields} values={choices[0]?.fields ?? {}} words={words} />
          </div>
          <Source item={item} choice={0} />
        </>
      )}
      {state === 'changed' || (state === 'same' && choices.length > 1) ? (
        <div className="item-value">
          <span className="item-label">{t('import.item.held')}</span>{' '}
          <Values fields={fields} values={before} words={words} />
        </div>
      ) : null}
    </li>
  );
}

const tones = { new: 'info', changed: 'warning', same: 'excellent' } as const;

function Conflict({ conflict: { fields }, words }: { conflict: ItemConflict; words: Words }) {
  const { t } = useT();
  return (
    <div className="alert">
      {fields.map(({ field, theirs, mine }) => (
        <p key={field}>
          {t('import.conflict.theirs', {
            text: theirs === '' ? t('import.item.empty') : valueText(field, theirs, words),
          })}
          <br />
          {t('import.conflict.mine', { text: valueText(field, mine, words) })}
        </p>
      ))}
    </div>
  );
}

interface ChoicesProps extends Pick<ItemPartProps, 'item' | 'words' | 'mayAccept' | 'pick'> {
  name: string;
}

/** Nothing is chosen for anybody: to leave it is the first choice. */
function Choices({ item, name, words, mayAccept, pick }: ChoicesProps) {
  const { t } = useT();
  const { id, choices, before } = item;
  return (
    <fieldset className="item-choices" disabled={!mayAccept}>
      <legend>
        {t('import.item.pick')}
        <span className="sr-only">{name}</span>
      </legend>
      {choices.map((choice, index) => (
        <div key={`${choice.kind} ${JSON.stringify(choice.fields)}`}>
          <label>
            <input type="radio" name={`pick.${id}`} value={index} defaultChecked={pick === index} />{' '}
            <strong>
              <Values fields={Object.keys(choice.fields)} values={choice.fields} words={words} />
            </strong>{' '}
            {t(`import.item.kind.${choice.kind}`, { unit: t(`common.unit.${choice.unit ?? 'wan'}`) })}
            {isHeld(choice, before) ? <span className="badge">{t('import.item.isHeld')}</span> : null}
          </label>
          <Source item={item} choice={index} />
        </div>
      ))}
      <div>
        <label>
          <input type="radio" name={`pick.${id}`} value="" defaultChecked={pick === undefined} />{' '}
          {t('import.item.none')}
        </label>
      </div>
    </fieldset>
  );
}

function isHeld({ fields }: ItemChoice, before: ItemView['before']): boolean {
  return Object.entries(fields).every(([field, text]) => saysTheSame(field, text, before[field] ?? ''));
}

/** Beyond this a quote is cut; all of it stands in the document. */
const longestQuote = 60;

/** The words behind a value with the way to them, and how sure the reader was. */
function Source({ item: { choices, words }, choice }: { item: ItemView; choice: number }) {
  const { t } = useT();
  const { fields = {}, quote, confidence, printed } = choices[choice] ?? {};
  const place = words[choice];
  const text = quote?.text.replace(/\s*\n\s*/g, '').trim() ?? '';
  const isValue = Object.values(fields).some(
    (value) => value.length > longestQuote && startsAlike(value, text),
  );
  return (
    <p className="item-source">
      {text === '' ? t('import.item.noWords') : null}
      {text === '' || isValue ? null : (
        <q>{text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text}</q>
      )}{' '}
      {place ? (
        <a href={`#${wordsAnchor(place.key)}`}>
          {t('import.item.words', { place: t('import.document.line', { line: place.line }) })}
        </a>
      ) : null}{' '}
      {printed && choices.length > 1 ? `${t('import.item.printed', { printed })} ` : null}
      {confidence ? t('import.item.confidence', { level: t(`import.item.level.${confidence}`) }) : null}
    </p>
  );
}

/** A passage that is taken as it stands need not be quoted beside itself. */
function startsAlike(value: string, quote: string): boolean {
  const beginning = (text: string) => text.replace(/[\s\p{P}]/gu, '').slice(0, 12);
  return beginning(value) === beginning(quote);
}
