import type { OutcomeIndicator } from '../submission.ts';
import { type MappedText, quoteOf } from './mapped-text.ts';
import type { Quoted } from './reading.ts';
import { type Section, sectionsAt } from './sections.ts';

/** At the head of a line or in a heading, not in the middle of a sentence on scores. */
const classes =
  /(?<=^|\n|[。；：])[^\n。；，：]{0,14}?((?:数量|质量|时效|成本|社会效益|经济效益|生态效益|社会成本|经济成本|生态环境成本|可持续(?:影响|发展)|(?:服务对象|社会公众|群众)?满意度)指标)(?![\d.]|得|自评)/g;
const doneLabel =
  '(?:(?:实际|全年|年度)?(?:完成情况|完成值|实现值|实现情况)|(?<=[；。，])实际(?:完成|值)率?)(?:为|：)?';
const entry = new RegExp(
  `(?<before>[。；：]?)(?<label>(?:年初目标|年度目标|预期目标|计划目标|目标值|年度指标值|指标值|年初目标值|预期指标值)(?:值)?(?:为|：)?)(?<target>[^\\n]{1,120}?)[；。，,;]?(?<done>${doneLabel})`,
  'g',
);

/** An office's own targets: class, name, yearly target and what was done. A target is never taken for a result. */
export function readIndicators(source: MappedText, sections: readonly Section[]): Quoted<OutcomeIndicator>[] {
  const matches = [...source.text.matchAll(entry)].filter(
    ({ index }) =>
      !sectionsAt(sections, index).some(
        ({ roles }) => roles.includes('problems') || roles.includes('measures'),
      ),
  );
  const entries = matches.map((match) => ({
    match,
    name: nameBefore(source.text, match.index),
  }));
  return entries.flatMap(({ match, name }, index) => {
    const kind = classBefore(source.text, name.start);
    if (!kind || name.text === '') return [];
    const doneAt = match.index + match[0].length;
    const end = endOfEntry(source.text, doneAt, entries[index + 1]?.name.start);
    const completion = source.text.slice(doneAt, end).replace(/\n/g, '').trim();
    const { target = '' } = match.groups ?? {};
    return [
      {
        class: kind,
        name: name.text,
        target: plainTarget(target, name.text),
        ...(completion && { completion: completion.replace(/。$/, '') }),
        quote: quoteOf(source, name.start, end),
      },
    ];
  });
}

/** The name is the sentence right before the target. */
function nameBefore(text: string, end: number): { text: string; start: number } {
  const head = text.slice(0, end).replace(/[。；：，]$/, '');
  const start = Math.max(...['\n', '。', '；', '：'].map((stop) => head.lastIndexOf(stop))) + 1;
  const marker =
    /^(?:（?[一二三四五六七八九十\d]{1,2}[）.、]|[①-⑳]|[一二三四五六七八九十]是)/.exec(
      head.slice(start),
    )?.[0] ?? '';
  const named = head.slice(start + marker.length);
  const from = start + marker.length;
  // “数量指标‘调解宗数’年度目标值…”
  const quoted = /^[\u4e00-\u9fff]{2,10}指标“([^“”]+)”$/.exec(named)?.[1];
  return quoted === undefined
    ? { text: named, start: from }
    : { text: quoted, start: from + named.length - quoted.length - 1 };
}

function classBefore(text: string, place: number): string | undefined {
  return [...text.slice(0, place).matchAll(classes)].at(-1)?.[1];
}

/** To the next entry, the next heading, or the end of the document's passage. */
function endOfEntry(text: string, start: number, next: number | undefined): number {
  const heading =
    /\n(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、](?!\d)|[a-zA-Z][.、）])/.exec(
      text.slice(start),
    );
  const stops = [next, heading ? start + heading.index : undefined, text.length].filter(
    (stop) => stop !== undefined,
  );
  return start + text.slice(start, Math.min(...stops)).trimEnd().length;
}

/** “垃圾分类执行率100%” of the indicator 垃圾分类执行率 is “100%”. */
function plainTarget(target: string, name: string): string {
  const plain = target.trim();
  const rest = plain.startsWith(name) ? plain.slice(name.length).replace(/^(?:为|达到|达|：)/, '') : plain;
  return rest === '' ? plain : rest;
}
