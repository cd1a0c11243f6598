import { type RuleTexts, ruleTextNames } from '#app/domain/rule-texts.ts';
import { oneOf } from '#app/lib/search-params.ts';
import type { FrameworkStep } from '#app/usecases/edit-framework.server.ts';

/** What a button of the editor does: a verb, and where it applies the node's code: “up:management.assets”. */
const verbs = [
  'begin',
  'save',
  'rehearse',
  'discard',
  'add',
  'remove',
  'up',
  'down',
  'open',
  'close',
  'node',
] as const;
export type Verb = (typeof verbs)[number];

export function readIntent(value: FormDataEntryValue | null): { verb?: Verb; code: string } {
  const [verb, code = ''] = typeof value === 'string' ? value.split(/:(.*)/s) : [];
  return { verb: oneOf(verbs, verb), code };
}

/** Everything typed into the form, by field. */
export function textsOf(form: FormData): Map<string, string> {
  return new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** Fields of the one node whose rule and parent are open. */
export const placeField = 'place';
export const ruleFieldName = (field: string) => `rule.${field}`;
/** The place of a node that stands below no other. */
export const topPlace = '';

/** The step that a button asks for; whatever it is, what was typed is stored with it. */
export function stepOf(verb: Verb, code: string, texts: ReadonlyMap<string, string>): FrameworkStep {
  switch (verb) {
    case 'add':
      return { kind: 'add', parent: code || null };
    case 'remove':
    case 'up':
    case 'down':
      return { kind: verb, code };
    case 'node':
      return {
        kind: 'node',
        code,
        parent: texts.get(placeField) || null,
        ...(texts.has(ruleFieldName('kind')) && { texts: ruleTextsOf(texts) }),
      };
    default:
      return { kind: 'save' };
  }
}

/** What was typed into the fields of a rule. */
export function ruleTextsOf(texts: ReadonlyMap<string, string>): RuleTexts {
  return Object.fromEntries(
    ruleTextNames.flatMap((field) => {
      const text = texts.get(ruleFieldName(field));
      return text === undefined ? [] : [[field, text]];
    }),
  );
}
