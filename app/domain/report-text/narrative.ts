import { type MappedText, quoteOf } from './mapped-text.ts';
import type { Read } from './reading.ts';
import { type Section, type SectionRole, sectionOf } from './sections.ts';

const lists = /(?:下属单位|内设机构|党政机构|设下列)/;

/** The words of the section on this matter, one paragraph a line. */
export function readNarrative(
  source: MappedText,
  sections: readonly Section[],
  role: SectionRole,
): Read<string> | undefined {
  const section = sectionOf(sections, role);
  if (!section) return undefined;
  const body = source.text.slice(section.bodyStart, section.end);
  // what the office is made of stands below its functions but is read on its own
  const cut = role === 'functions' ? body.split('\n').findIndex((line, i) => i > 0 && lists.test(line)) : -1;
  const kept = cut < 0 ? body : body.split('\n').slice(0, cut).join('\n');
  const value = kept.trim();
  if (value === '') return undefined;
  const start = section.bodyStart + kept.indexOf(value);
  return { value, quote: quoteOf(source, start, start + value.length) };
}

/** Why revenue and expenditure changed on last year, in the office's words. */
export function readChangeReason(source: MappedText): Read<string> | undefined {
  const pattern =
    /(?:变化|变动|增减|增加|减少|增长|下降|差异)(?:情况)?(?:的)?(?:主要)?原因(?:是|为|：|系|在于)*(?<reason>[^。\n]{4,})/;
  const match = pattern.exec(source.text);
  const value = match?.groups?.reason?.replace(/^[，、]/, '');
  if (!match || !value) return undefined;
  return { value, quote: quoteOf(source, match.index, match.index + match[0].length) };
}
