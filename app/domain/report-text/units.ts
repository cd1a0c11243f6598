import { type MappedText, quoteOf } from './mapped-text.ts';
import { readCount } from './patterns.ts';
import type { Read } from './reading.ts';

const kinds = '(?:下属|所属|直属|下辖|二级|基层)(?:下级)?(?:预算|事业|独立核算)?(?:预算|事业)?单位';
const count = '(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,3})';

const countPatterns: readonly RegExp[] = [
  new RegExp(`${kinds}(?:的)?(?:数量|个数|总数|数)(?:为|：|共)?${count}`),
  new RegExp(`${kinds}(?:共|共有|有|计)?${count}(?:个|家)`),
  new RegExp(`(?:有|设|辖|设有|下设)${count}(?:个|家)${kinds}`),
];
const listPattern = new RegExp(
  `${kinds}(?:${count}(?:个|家))?[，]?(?:具体)?(?:包括|包含|分别为|分别是|有|为|即|：)+(?<list>[^。；\\n]+)`,
);
const departments =
  /(?:设|设有|设置|内设|下设|设立)(?:下列|以下)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?个?(?:党政|内设|职能|综合性)*(?:机构|科室|部门|办公室)(?:\d{1,2}个)?(?:，)?(?:分别)?(?:为|是|即|包括|：)+(?<list>[^。；\n]+)/;

/** Number of subordinate units as stated, which may not be the number that is listed. */
export function readSubUnitCount(source: MappedText): Read<number> | undefined {
  for (const pattern of countPatterns) {
    const match = pattern.exec(source.text);
    const value = readCount(match?.groups?.count ?? '');
    if (match && value !== undefined)
      return { value, quote: quoteOf(source, match.index, match.index + match[0].length) };
  }
  return undefined;
}

/** Subordinate units as listed, without the names of city and district in front. */
export function readSubUnits(source: MappedText, stem: string | undefined): Read<string[]> | undefined {
  return readList(source, listPattern, (name) => withoutPlace(name, stem));
}

export function readDepartments(source: MappedText): Read<string[]> | undefined {
  return readList(source, departments, (name) => name);
}

function readList(
  source: MappedText,
  pattern: RegExp,
  shorten: (name: string) => string,
): Read<string[]> | undefined {
  const match = pattern.exec(source.text);
  const list = match?.groups?.list;
  if (!match || !list) return undefined;
  const names = list
    .split(/[、，](?![^（]*）)/)
    .map((name) => shorten(name.trim()))
    .filter((name) => name.length >= 2);
  const looksLikeNames = names.length > 0 && names.every((name) => name.length <= 40);
  return looksLikeNames
    ? { value: names, quote: quoteOf(source, match.index, match.index + match[0].length) }
    : undefined;
}

function withoutPlace(name: string, stem: string | undefined): string {
  const bare = name.replace(/^(?:以及|及|和)/, '').replace(/（[^）]*）$/, '');
  const at = stem === undefined ? -1 : bare.indexOf(stem);
  if (at > 0) return bare.slice(at);
  return bare.replace(/^(?:[\u4e00-\u9fff]{2,8}?市)?[\u4e00-\u9fff]{1,4}?区(?=[\u4e00-\u9fff]{4})/, '');
}
