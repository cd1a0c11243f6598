import { saysTheSame } from '../form/field-kind.ts';
import { type FormValues, fieldPlace, type RowList, rowParts, rowsOf } from '../form/fields.ts';
import type { FieldChange } from '../form/merge.ts';
import { type SectionId, sectionOf } from '../form/sections.ts';
import { toValues } from '../form/to-values.ts';
import type { Framework } from '../framework.ts';
import { toUnit } from '../money.ts';
import type { AmountProposal, Confidence, ReadAmount, ReportReading } from '../report-text/reading.ts';
import { scoreAt, toSubmissionContent } from '../report-text/to-submission-content.ts';
import type { MoneyItem, Quote, RateItem } from '../submission.ts';

/** `printed`: as the report has it; `proposed`: with the unit that makes it add up; `competing`: stated elsewhere in it. */
export type ChoiceKind = 'printed' | 'proposed' | 'competing';

/** One value that a report offers for an item, as texts of the form. */
export interface ItemChoice {
  kind: ChoiceKind;
  fields: FormValues;
  quote?: Quote;
  /** Absent where no words stand behind the value alone, as for one that only another unit would give. */
  confidence?: Confidence;
  /** As the document writes an amount, with its unit: “15324.90元”. */
  printed?: string;
  /** The unit that a proposed value takes the printed number in. */
  unit?: 'yuan' | 'wan';
}

/**
 * What is accepted or left as one: a field, all that is said of one score, or a row of a list. Of several choices a person
 * picks one; nobody else does.
 */
export interface ReportItem {
  /** `amounts.budget_total`, `scores.<node>`, `problems.2` (the second problem of the report). */
  id: string;
  section: SectionId;
  choices: ItemChoice[];
  /** What the form holds in the fields of the choices; an absent one is empty. */
  before: FormValues;
  /** `same`: the form holds one of the choices already; `new`: it holds nothing there. */
  state: 'new' | 'changed' | 'same';
}

export interface ReportItems {
  items: ReportItem[];
  /** Scores under names that the framework does not know; they are offered nowhere. */
  unknownScores: { name: string; score: string }[];
}

/** Everything that a report states, in the order of the form, held against what the form holds. Amounts in 万元. */
export function reportItems(reading: ReportReading, framework: Framework, stored: FormValues): ReportItems {
  const { content, quotes, unknownScores } = toSubmissionContent(reading, framework);
  const placed = placeRows(toValues(content), stored);
  const groups = new Map<string, Record<string, string>>();
  for (const { id, field, text } of placed) groups.set(id, { ...groups.get(id), [field]: text });
  for (const item of Object.keys(reading.undecided ?? {})) groups.set(`amounts.${item}`, {});
  const items = [...groups].flatMap(([id, fields]) => {
    const choices = choicesOf({ id, fields, quote: quotes[quoteKey(id)] }, reading, framework);
    const [field] = Object.keys(choices[0]?.fields ?? {});
    const section = field && sectionOf(field);
    return section ? [{ id, section, choices, ...compared(choices, stored) }] : [];
  });
  return { items, unknownScores: unknownScores.map(({ name, score }) => ({ name, score })) };
}

/** The fields that accepting one choice of an item would change. */
export function changesOf({ choices }: ReportItem, choice: number, stored: FormValues): FieldChange[] {
  return Object.entries(choices[choice]?.fields ?? {})
    .map(([field, to]) => ({ field, from: stored[field] ?? '', to }))
    .filter(({ field, from, to }) => !saysTheSame(field, from, to));
}

function choicesOf(
  { id, fields, quote }: { id: string; fields: FormValues; quote: Quote | undefined },
  reading: ReportReading,
  framework: Framework,
): ItemChoice[] {
  const [, group, name = ''] = /^(amounts|rates|scores)\.(.+)$/.exec(id) ?? [];
  if (group === 'amounts')
    return amountChoices(
      id,
      reading.amounts[name as MoneyItem],
      reading.undecided?.[name as MoneyItem] ?? [],
    );
  const rate = group === 'rates' ? reading.rates[name as RateItem] : undefined;
  const score = group === 'scores' ? scoreAt(reading, name, framework) : undefined;
  const competing = rate?.competing ?? score?.competing ?? [];
  const field = score ? `${id}.score` : id;
  const sure = competing.length > 0 ? 'low' : plain;
  return [
    { kind: 'printed', fields, quote, confidence: rate?.confidence ?? sure },
    ...competing.map((one) => ({
      ...({ kind: 'competing', quote: one.quote } as const),
      fields: { ...fields, [field]: one.value },
      confidence: one.confidence ?? sure,
    })),
  ];
}

/** Of a value that its own words name and that nothing in the report contradicts. */
const plain: Confidence = 'high';

function amountChoices(
  field: string,
  amount: ReadAmount | undefined,
  undecided: readonly ReadAmount[],
): ItemChoice[] {
  const choice = (kind: ChoiceKind, one: Omit<ReadAmount, 'competing' | 'proposal'>): ItemChoice => ({
    kind,
    fields: { [field]: toUnit(one.value, 'wan') },
    quote: one.quote,
    confidence: one.confidence,
    printed: one.printed,
  });
  if (!amount) return undecided.map((one) => choice('competing', one));
  const { proposal, competing = [] } = amount;
  return [
    choice('printed', amount),
    ...(proposal ? [proposedChoice(choice('proposed', amount), proposal)] : []),
    ...competing.map((one) => choice('competing', one)),
  ];
}

/** Another value rests on the same words; how sure the reader was of them says nothing of it. */
function proposedChoice({ fields, quote, printed }: ItemChoice, { value, unit }: AmountProposal): ItemChoice {
  const [field = ''] = Object.keys(fields);
  return {
    ...({ kind: 'proposed', quote, printed } as const),
    fields: { [field]: toUnit(value, 'wan') },
    unit: unit === '万元' ? 'wan' : 'yuan',
  };
}

const listQuotes: Partial<Record<string, string>> = { outcomes: 'indicators', projects: 'key_projects' };

/** Quotes count rows from 0 and name fields as the reading does. */
function quoteKey(id: string): string {
  const [head = '', row] = id.split('.');
  if (Object.hasOwn(rowParts, head)) return `${listQuotes[head] ?? head}.${Number(row) - 1}`;
  return row === undefined ? head.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) : id;
}

function compared(choices: readonly ItemChoice[], stored: FormValues): Pick<ReportItem, 'before' | 'state'> {
  const fields = [...new Set(choices.flatMap((choice) => Object.keys(choice.fields)))];
  const before = Object.fromEntries(
    fields.flatMap((field) => (stored[field] ? [[field, stored[field]] as const] : [])),
  );
  const isHeld = choices.some((choice) =>
    Object.entries(choice.fields).every(([field, text]) => saysTheSame(field, text, stored[field] ?? '')),
  );
  return { before, state: isHeld ? 'same' : Object.keys(before).length === 0 ? 'new' : 'changed' };
}

interface PlacedField {
  id: string;
  field: string;
  text: string;
}

/**
 * Each row of the report goes where the form holds a row of the same name or words already, else below its last one: a row
 * that somebody wrote is never written over by another.
 */
function placeRows(values: FormValues, stored: FormValues): PlacedField[] {
  const places = new Map(
    Object.entries(rowParts).map(([list, [first]]) => [
      list,
      placesOf(list as RowList, first, values, stored),
    ]),
  );
  return Object.entries(values).map(([field, text]) => {
    const place = fieldPlace(field);
    if (place?.kind === 'score') return { id: `scores.${place.node}`, field, text };
    if (place?.kind !== 'row') return { id: field, field, text };
    const { list, row, part } = place;
    const to = places.get(list)?.get(row) ?? row;
    // a measure names its problem by the row where that one goes
    const says =
      field.endsWith('.problem') && list === 'measures' ? places.get('problems')?.get(Number(text)) : text;
    return { id: `${list}.${row}`, field: `${list}.${to}.${part}`, text: String(says ?? text) };
  });
}

function placesOf(list: RowList, first: string, values: FormValues, stored: FormValues): Map<number, number> {
  const free = new Set(rowsOf(stored, list));
  let last = Math.max(0, ...free);
  const places = new Map<number, number>();
  for (const row of rowsOf(values, list)) {
    const name = `${list}.${row}.${first}`;
    const held = [...free].find((one) =>
      saysTheSame(name, values[name] ?? '', stored[`${list}.${one}.${first}`] ?? ''),
    );
    if (held === undefined) last += 1;
    else free.delete(held);
    places.set(row, held ?? last);
  }
  return places;
}
