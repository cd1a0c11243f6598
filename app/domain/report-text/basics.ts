import { type MappedText, quoteOf } from './mapped-text.ts';
import { readCount } from './patterns.ts';
import type { Read } from './reading.ts';
import { readUnit } from './unit-name.ts';

/** Words that end in 区 or stand before 街道 without being a name. */
const noDistrict =
  /(?:社|辖|小|园|景|校|厂|居民|住宅|示范|功能|保护)区$|^(?:地|片|全|我|本|各|该|城|山|林|牧|灾|营|库|市)区$|市辖区$/;
const noOffice =
  /[各本我该全所属辖等及和与个内下级有其他以对在]|^(?:年|度|社区|镇|乡|区|中心|市|人民政府|以街道)/;

interface OfficeName {
  stem: string;
  office: string;
  district?: string;
  start: number;
  end: number;
}

const officePatterns: readonly { pattern: RegExp; weight: number }[] = [
  {
    pattern:
      /(?:[\u4e00-\u9fff]{2,8}?[省市])?(?<district>[\u4e00-\u9fff]{1,8}?(?:新区|开发区|区|县|旗|市))(?:人民政府)?(?<stem>[\u4e00-\u9fff]{1,6}?)(?<kind>街道)(?=办|工作委员会|党工委|20|整体|部门|$|[\u4e00-\u9fff]{2,14}(?:中心|站|所)(?:20|\n))/gm,
    weight: 4,
  },
  {
    pattern:
      /(?<=^|[^\u4e00-\u9fff]|关于|年|度)(?![年度])(?<stem>[\u4e00-\u9fff]{2,5}?)(?<kind>街道)(?=办|20|部门|整体|党工委)/gm,
    weight: 2,
  },
  {
    pattern:
      /(?<=^|[^\u4e00-\u9fff]|年|度)(?![年度])(?<stem>[\u4e00-\u9fff]{2,4}?)(?<kind>街)(?=20\d{2}|部门|整体)/gm,
    weight: 1,
  },
  {
    pattern:
      /(?:[\u4e00-\u9fff]{2,8}?[省市])?(?<district>[\u4e00-\u9fff]{1,6}?(?:区|县|旗|市))(?<stem>[\u4e00-\u9fff]{1,5}?)(?<kind>镇|乡)(?=人民政府|20\d{2}|部门|整体)/gm,
    weight: 1,
  },
  {
    pattern:
      /(?<=^|[^\u4e00-\u9fff]|年|度)(?![年度])(?<stem>[\u4e00-\u9fff]{2,4}?)(?<kind>镇|乡)(?=人民政府|20\d{2}|部门|整体)/gm,
    weight: 1,
  },
];

/**
 * The office, and its district where it is named with it. The name that weighs most wins; one in the title counts five
 * times. Where there is no street office, any other unit that reports.
 */
export function readOffice(source: MappedText): {
  office?: Read<string>;
  stem?: string;
  district?: Read<string>;
} {
  const names = officePatterns.flatMap(({ pattern, weight }) =>
    [...source.text.matchAll(pattern)].map((match) => ({
      ...officeName(match),
      weight: match.index < 200 ? weight * 5 : weight,
    })),
  );
  const usable = names.filter(({ stem }) => stem.length >= 1 && !noOffice.test(withoutHe(stem)));
  const best = heaviest(usable, ({ office }) => office);
  const office = usable.find((name) => name.office === best);
  if (!office) return readUnit(source);
  const named = usable.filter(
    (name) => name.office === best && name.district && !noDistrict.test(name.district),
  );
  const district = heaviest(named, (name) => name.district ?? '');
  const place = named.find((name) => name.district === district);
  return {
    office: { value: office.office, quote: quoteOf(source, office.start, office.end) },
    stem: office.stem,
    district:
      place && district
        ? { value: district, quote: quoteOf(source, place.start, place.end) }
        : readDistrict(source),
  };
}

/** 同和街道, 和平街道; not “部门和街道”. */
function withoutHe(stem: string): string {
  return /^(?:[^和]和[^和]?|和[^和])$/.test(stem) ? stem.replace('和', '') : stem;
}

function officeName(match: RegExpExecArray | RegExpMatchArray): OfficeName {
  const { stem = '', kind = '', district } = match.groups ?? {};
  const start = match.index ?? 0;
  const office = `${stem}${kind === '街' ? '街道' : kind}`;
  // “广东省广州市荔湾区”: the nearest name is the district's
  const near = district?.replace(
    /^.*(?:省|市(?!中区)|中共|关于|根据|按照|现将|现对|年度?|度|部门|单位|名称|对象|机构)(?=[\u4e00-\u9fff]{2,})/,
    '',
  );
  return { stem, office, district: near, start, end: start + match[0].length };
}

function readDistrict({ text, ...source }: MappedText): Read<string> | undefined {
  const matches = [
    ...text.matchAll(
      /(?:^|[^\u4e00-\u9fff]|市|按照|根据)([\u4e00-\u9fff]{1,4}[区县旗])(?=财政局|人民政府|委|政府|20)|(?:隶属于?|位于)(?:[\u4e00-\u9fff]{2,8}?市)?([\u4e00-\u9fff]{1,4}?[区县旗])(?=[，。])/gm,
    ),
  ]
    .map((match) => ({
      name: match[1] ?? match[2] ?? '',
      start: match.index + match[0].length - (match[1] ?? match[2] ?? '').length,
      weight: 1,
    }))
    .filter(({ name }) => !noDistrict.test(name));
  const best = heaviest(matches, ({ name }) => name);
  const found = matches.find(({ name }) => name === best);
  if (!found) return undefined;
  return {
    value: found.name,
    quote: quoteOf({ text, ...source }, found.start, found.start + found.name.length),
  };
}

const yearPatterns: readonly { pattern: RegExp; weight: number }[] = [
  { pattern: /(20\d{2})年?(?:度)?[\u4e00-\u9fff]{0,16}?整体支出/g, weight: 6 },
  {
    pattern:
      /(20\d{2})年(?:度)?[，]?[\u4e00-\u9fff]{0,8}?(?:预算数|决算|执行数|总收入|总支出|收入|支出|收支)/g,
    weight: 3,
  },
  // “（2022年度）” below the title
  { pattern: /(?<=^|\n)（?(20\d{2})年度?）?(?=\n|$)/g, weight: 4 },
  { pattern: /(20\d{2})年/g, weight: 1 },
];

/** The year reported on: not that of the notice that asks for the report, nor that of the filing. */
export function readYear(source: MappedText): Read<number> | undefined {
  const found = yearPatterns.flatMap(({ pattern, weight }) =>
    [...source.text.matchAll(pattern)]
      .filter((match) => !isInTitleMarks(source.text, match.index) && !isCompared(source.text, match.index))
      .map((match) => ({
        year: match[1] ?? '',
        start: match.index,
        end: match.index + match[0].length,
        weight: match.index < 120 && weight > 1 ? weight * 5 : weight,
      })),
  );
  const best = heaviest(found, ({ year }) => year);
  const first = found.find(({ year }) => year === best);
  return first ? { value: Number(best), quote: quoteOf(source, first.start, first.end) } : undefined;
}

/** “比2022年减少” */
function isCompared(text: string, place: number): boolean {
  return /[较比与同]$/.test(text.slice(Math.max(0, place - 1), place));
}

/** The date on which the office says it filed, as ISO date. */
export function readFiledOn(source: MappedText): Read<string> | undefined {
  const date = '(20\\d{2})[-年/.](\\d{1,2})[-月/.](\\d{1,2})日?';
  const labelled = new RegExp(`(?:填报|报告|上报|编制|报送)(?:日期|时间)：?${date}`).exec(source.text);
  const match = labelled ?? new RegExp(`(?<=\\n)${date}(?=\\s*$)`).exec(source.text);
  if (!match) return undefined;
  const [month, day] = [Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const value = `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { value, quote: quoteOf(source, match.index, match.index + match[0].length) };
}

/** Number of people in post. */
export function readStaffing(source: MappedText): Read<number> | undefined {
  const pattern =
    /(?:实有(?:在职|在编)?(?:人员|人数)|在职(?:在编)?(?:人员|人数|职工)|(?:共有|现有)(?:工作|在编|在职)?人员|在岗人员)(?:共|总数|合计)?(?:为|：)?(\d{1,4})(?:人|名)/;
  const match = pattern.exec(source.text);
  const count = match && readCount(match[1] ?? '');
  if (!match || count === undefined || count === null) return undefined;
  return { value: count, quote: quoteOf(source, match.index, match.index + match[0].length) };
}

/** “《广州市白云区2024年财政资金绩效评价工作方案》” names a paper, not the year of the report. */
function isInTitleMarks(text: string, place: number): boolean {
  const before = text.slice(Math.max(0, place - 60), place);
  const opened = before.lastIndexOf('《');
  return opened >= 0 && !before.includes('》', opened);
}

function heaviest<T extends { weight: number }>(
  all: readonly T[],
  keyOf: (one: T) => string,
): string | undefined {
  const weights = new Map<string, number>();
  for (const one of all) weights.set(keyOf(one), (weights.get(keyOf(one)) ?? 0) + one.weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}
