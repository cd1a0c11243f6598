import { sectionTakeOver } from '#app/components/form/take-over.ts';
import { chosenOf } from '#app/components/form/themes-input.tsx';
import type { FormValues } from '#app/domain/form/fields.ts';
import type { FieldChange } from '#app/domain/form/merge.ts';
import { storable } from '#app/domain/form/merge.ts';
import { type SectionId, sectionIds } from '#app/domain/form/sections.ts';
import { oneOf } from '#app/lib/search-params.ts';

/** A form without what it should carry. */
export class UnreadableForm extends Error {}

/** What a plain post asks for, beside saving what is in the fields. */
interface Wish {
  /** Fields, or a section's fields, to take over from last year. */
  take: string | null;
  takeSection: SectionId | undefined;
  /** One text to put into a field: `field=text`. */
  set: string | null;
  /** The other's text stays in this field. */
  theirs: string | undefined;
  /** Where the reader was. */
  section: SectionId | undefined;
}

export interface PlainPost {
  changes: FieldChange[];
  section: SectionId | undefined;
}

/** The changes in a form that was sent without scripts. Throws UnreadableForm for a body that is not this form. */
export async function plainPost(request: Request, lastValues: FormValues | undefined): Promise<PlainPost> {
  const form = await formOf(request);
  const base = baseOf(form.get('base'));
  const wish = wishOf(form);
  const typed = typedIn(form, base);
  if (wish.theirs) delete typed[wish.theirs];
  const texts = { ...typed, ...wished(wish, { ...base, ...typed }, lastValues) };
  const changes = Object.entries(texts)
    .map(([field, to]) => ({ field, from: base[field] ?? '', to }))
    .filter(({ from, to }) => from !== to);
  return { changes, section: wish.section };
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new UnreadableForm();
  }
}

/** The texts that the reader's page was written with. */
function baseOf(text: FormDataEntryValue | null): FormValues {
  try {
    const base: unknown = JSON.parse(typeof text === 'string' ? text : '');
    const entries = Object.entries(base ?? {});
    if (base && typeof base === 'object' && entries.every(([, value]) => typeof value === 'string'))
      return base as FormValues;
  } catch {}
  throw new UnreadableForm();
}

const notFields = ['base', 'section', 'take', 'take_section', 'set', 'settle'];

function typedIn(form: FormData, base: FormValues): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name of new Set(form.keys())) {
    if (notFields.includes(name)) continue;
    const values = form.getAll(name).filter((value) => typeof value === 'string');
    texts[name] = values.map(storable).join(', ');
  }
  for (const field of Object.keys(texts).filter((name) => /^problems\.\d+\.text$/.test(name))) {
    const themes = field.replace(/text$/, 'themes');
    texts[themes] = sameChoice(texts[themes] ?? '', base[themes] ?? '');
  }
  return texts;
}

/** Boxes come in the page's order; the same choice in another order is no change. Without any box nothing is chosen. */
function sameChoice(text: string, before: string): string {
  const plain = (choice: string) => chosenOf(choice).sort().join();
  return plain(text) === plain(before) ? before : text;
}

function wishOf(form: FormData): Wish {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  return {
    take: text('take'),
    takeSection: oneOf(sectionIds, text('take_section')),
    set: text('set'),
    theirs: text('settle')?.match(/^theirs (.+)$/)?.[1],
    section: oneOf(sectionIds, text('section') ?? text('take_section')),
  };
}

function wished(
  { take, takeSection, set }: Wish,
  values: FormValues,
  last: FormValues | undefined,
): FormValues {
  if (takeSection && last) return sectionTakeOver(takeSection, values, last);
  if (take && last?.[take] !== undefined) return { [take]: last[take] };
  const [, field, text] = set?.match(/^([^=]+)=(.*)$/s) ?? [];
  return field && text !== undefined ? { [field]: text } : {};
}
