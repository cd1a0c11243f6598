import { countText } from './docx-counting.ts';

/** A level of a list: “（%1）” with 1, 2, 3 or 一, 二, 三 in the place of %1. */
interface Level {
  start: number;
  format: string;
  text: string;
  /** No space after the number. */
  tight: boolean;
  /** All numbers of its text in digits. */
  digits: boolean;
  style?: string;
}

interface List {
  id: string;
  levels: Map<number, Level>;
}

/** A list as paragraphs name it; several may go on counting in one. */
interface ListUse {
  list: List;
  starts: Map<number, number>;
  own: Map<number, Level>;
}

interface Place {
  use: string;
  level: number;
}

const longestNumber = 40;
const deepest = 8;

/**
 * The XML of a Word document with the numbers that Word itself puts before paragraphs written into them, from its parts on
 * numbering and styles (ECMA-376, 17.9). Bullets are no numbers. What is not understood stays as it is.
 */
export function withNumbers(document: string, numbering = '', styles = ''): string {
  const uses = listUses(numbering);
  if (uses.size === 0) return document;
  const ofStyles = stylePlaces(styles, uses);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return document.replace(paragraphStart, (start: string, tag: string, properties = '') => {
    const place = tag.endsWith('/>') ? undefined : placeOf(properties, ofStyles);
    const use = place && uses.get(place.use);
    const number = use && place ? nextNumber(use, place, counters, begun) : undefined;
    if (!number) return start;
    return `${tag}<w:r><w:t xml:space="preserve">${number}</w:t></w:r>${start.slice(tag.length)}`;
  });
}

const paragraphStart = /(<w:p(?:\s[^>]*)?>)(?:\s*<w:pPr(?:\s[^>]*)?>([\s\S]*?)<\/w:pPr>)?/g;

function listUses(numbering: string): Map<string, ListUse> {
  const lists = new Map(
    elements(numbering, 'w:abstractNum', 'w:abstractNumId').map(([id, body]) => [
      id,
      { id, levels: levelsOf(body) },
    ]),
  );
  return new Map(
    elements(numbering, 'w:num', 'w:numId').flatMap(([id, body]): [string, ListUse][] => {
      const list = lists.get(attributeOf(body, 'w:abstractNumId') ?? '');
      const overrides = elements(body, 'w:lvlOverride', 'w:ilvl');
      const starts = overrides.flatMap(([level, inner]): [number, number][] => {
        const start = attributeOf(inner, 'w:startOverride');
        return start === undefined ? [] : [[Number(level), Number(start)]];
      });
      const own = levelsOf(overrides.map(([, inner]) => inner).join(''));
      return list ? [[id, { list, starts: new Map(starts), own }]] : [];
    }),
  );
}

function levelsOf(body: string): Map<number, Level> {
  return new Map(
    elements(body, 'w:lvl', 'w:ilvl').map(([level, inner]) => [
      Number(level),
      {
        start: Number(attributeOf(inner, 'w:start') ?? 1),
        format: attributeOf(inner, 'w:numFmt') ?? 'decimal',
        text: (attributeOf(inner, 'w:lvlText') ?? '').slice(0, longestNumber),
        tight: attributeOf(inner, 'w:suff') === 'nothing',
        digits: /<w:isLgl(?:\s*\/|>)/.test(inner),
        style: attributeOf(inner, 'w:pStyle'),
      },
    ]),
  );
}

/** Where the paragraphs of a style stand in a list, by the style or one that it is based on. */
function stylePlaces(styles: string, uses: ReadonlyMap<string, ListUse>): Map<string, Place> {
  const bodies = new Map(elements(styles, 'w:style', 'w:styleId'));
  const places = new Map<string, Place>();
  for (const style of bodies.keys()) {
    let based: string | undefined = style;
    for (let steps = 0; steps < 10 && based !== undefined; steps += 1) {
      const body: string = bodies.get(based) ?? '';
      const use = attributeOf(body, 'w:numId');
      if (use !== undefined) {
        const named = [...(uses.get(use)?.list.levels ?? [])].find(([, level]) => level.style === based)?.[0];
        places.set(style, { use, level: named ?? Number(attributeOf(body, 'w:ilvl') ?? 0) });
        break;
      }
      based = attributeOf(body, 'w:basedOn');
    }
  }
  return places;
}

/** By the paragraph's own words, else by its style's. */
function placeOf(properties: string, ofStyles: ReadonlyMap<string, Place>): Place | undefined {
  const [now = ''] = properties.split('<w:pPrChange');
  const ofStyle = ofStyles.get(attributeOf(now, 'w:pStyle') ?? '');
  const [use, level] = [attributeOf(now, 'w:numId'), attributeOf(now, 'w:ilvl')];
  const place = {
    use: use ?? ofStyle?.use ?? '',
    level: level === undefined ? (ofStyle?.level ?? 0) : Number(level),
  };
  return place.use === '' || place.use === '0' || place.level > deepest ? undefined : place;
}

function nextNumber(
  { list, starts, own }: ListUse,
  { use, level }: Place,
  counters: Map<string, number[]>,
  begun: Set<string>,
): string | undefined {
  const levelAt = (at: number) => own.get(at) ?? list.levels.get(at);
  const counts = (counters.get(list.id) ?? []).slice(0, level + 1);
  const start = starts.get(level);
  const first = `${use} ${level}`;
  const startsAnew = start !== undefined && !begun.has(first);
  begun.add(first);
  const before = startsAnew ? undefined : counts[level];
  counts[level] = before === undefined ? (start ?? levelAt(level)?.start ?? 1) : before + 1;
  for (let at = 0; at < level; at += 1) counts[at] ??= levelAt(at)?.start ?? 1;
  counters.set(list.id, counts);
  const shown = levelAt(level);
  if (!shown || shown.format === 'bullet' || shown.text === '') return undefined;
  const number = shown.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return countText(shown.digits ? 'decimal' : (levelAt(at)?.format ?? 'decimal'), counts[at] ?? 1);
  });
  return shown.tight ? number : `${number} `;
}

/** Elements of a name with the attribute that identifies each, and what stands in them; none of them is nested. */
function elements(xml: string, name: string, attribute: string): [string, string][] {
  return xml
    .split(new RegExp(`<${name}(?=\\s)`))
    .slice(1)
    .flatMap((part): [string, string][] => {
      const tag = part.slice(0, part.indexOf('>'));
      const id = new RegExp(`\\s${attribute}=["']([^"']*)["']`).exec(tag)?.[1];
      const end = part.indexOf(`</${name}>`);
      return id === undefined || end < 0 ? [] : [[id, part.slice(tag.length + 1, end)]];
    });
}

function attributeOf(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}\\s[^>]*?w:val=["']([^"']*)["']`).exec(xml)?.[1];
}
