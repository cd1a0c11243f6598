import type { MoneyContext, MoneyFigures } from './money-found.ts';
import { MoneyParagraph } from './money-paragraph.ts';
import type { MoneyState } from './money-state.ts';
import { type Section, type SectionRole, sectionsAt } from './sections.ts';

/** Sections whose amounts are of single projects, targets or outputs, and never the office's accounts. */
const otherMatters: readonly SectionRole[] = [
  'functions',
  'goal',
  'key_tasks',
  'key_projects',
  'outcomes',
  'problems',
  'measures',
];

/** Every budget figure of the report with the words it stands in. */
export function readMoney(text: string, context: MoneyContext): MoneyFigures {
  const found: MoneyFigures = { amounts: [], rates: [] };
  let before: MoneyState | undefined;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const around = sectionsAt(context.sections, match.index);
    if (isOtherMatter(around)) continue;
    const paragraph = match[0];
    const isItem = /^(?:\d{1,2}[.、]|（\d{1,2}）|[①-⑳])/.test(paragraph);
    const reader = new MoneyParagraph(paragraph, match.index, around, context, found);
    const after = reader.read(isItem ? before : undefined);
    before = /：$/.test(paragraph) ? after : isItem ? before : undefined;
  }
  return found;
}

function isOtherMatter(around: readonly Section[]): boolean {
  for (const { roles } of around) {
    if (roles.includes('money') || roles.includes('running_cost')) return false;
    if (roles.some((role) => otherMatters.includes(role))) return true;
  }
  return false;
}
