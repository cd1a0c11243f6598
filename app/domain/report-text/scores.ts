import { type MappedText, quoteOf } from './mapped-text.ts';
import { plain } from './money-tokens.ts';
import { number } from './patterns.ts';
import type { ReadScore } from './reading.ts';
import { maximum, type NamedScore, nameOfScore } from './score-names.ts';
import { type Section, type SectionRole, sectionsAt } from './sections.ts';

/** Sections whose points are of single projects, or no points of this submission. */
const otherMatters: readonly SectionRole[] = [
  'functions',
  'key_tasks',
  'key_projects',
  'problems',
  'measures',
];

const earned =
  '(?:(?:综合|最终|最后|实际|评价|(?<![\\u4e00-\\u9fff])绩效|我街|本部门)?(?:自评|评价|综合评价|考评)?(?:总)?(?:得分|评分|自评分|自评分值|结果|得|自评|分数)|自评分)(?:情况)?(?:为|是|：)?';

/** Points that others gave, or that something else was given. */
const ofOtherTest = /(?:复核|抽查|调查|测评|考核|考试|测试|排名|成绩|扣)(?:后)?(?:的)?$/;

interface Mention {
  score: ReadScore;
  /** From the beginning of its sentence, or from the score before it. */
  words: string;
  start: number;
  end: number;
}

/** Claimed scores under the names that the framework uses, each once; `total` for the whole. */
export function readScores(
  source: MappedText,
  { sections, year }: { sections: readonly Section[]; year?: number },
): ReadScore[] {
  const mentions = mentionsIn(source, sections).filter(({ words }) => !isOfYearBefore(words, year));
  const scores: ReadScore[] = [];
  for (const [index, mention] of mentions.entries()) {
    if (scores.some(({ name }) => name === mention.score.name)) continue;
    const until = mentions[index + 1]?.start ?? source.text.length;
    scores.push({ ...mention.score, ...explanation(source.text.slice(mention.end, until)) });
  }
  scores.push(...listedScores(source).filter((one) => !scores.some(({ name }) => name === one.name)));
  const total = scores.some(({ name }) => name === 'total') ? undefined : totalOnly(source);
  return total ? [total, ...scores] : scores;
}

/** “2022年度自评得分94.5分” in a report on 2023. A later year is that of the notice or of the filing. */
function isOfYearBefore(words: string, year: number | undefined): boolean {
  const named = [...words.matchAll(/20\d{2}(?=年)/g)].at(-1)?.[0];
  return year !== undefined && named !== undefined && Number(named) < year;
}

/** “自评总分为95.5分” is the total only where no score is set against it: else it is the weight. */
function totalOnly(source: MappedText): ReadScore | undefined {
  const match = new RegExp(`(?:自评|评价|综合)总(?:分|评分|得分)(?:为|是|：)?(${number})分`).exec(
    source.text,
  );
  if (!match) return undefined;
  return {
    name: 'total',
    score: plain(match[1] ?? ''),
    quote: quoteOf(source, match.index, match.index + match[0].length),
  };
}

function mentionsIn(source: MappedText, sections: readonly Section[]): Mention[] {
  const { text } = source;
  const pattern = new RegExp(`${earned}(?<score>${number})(?:分(?!之|钟|项|布|别)|(?=[，。；）]))`, 'g');
  const found: Mention[] = [];
  let before = 0;
  for (const match of text.matchAll(pattern)) {
    const around = sectionsAt(sections, match.index);
    if (isOtherMatter(around)) continue;
    const from = Math.max(before, clauseStart(text, match.index));
    const words = text.slice(from, match.index);
    const end = match.index + match[0].length;
    const after = maxAfter(text.slice(end, end + 16));
    const own = maxBefore(words) ?? after?.[1] ?? after?.[2];
    const inHeading = own === undefined && around[0] !== undefined && weightOf(around[0]) !== undefined;
    const stated = own ?? maxInHeading(around[0], from);
    const attached = match[0].startsWith('得') && !match[0].startsWith('得分');
    const lone = inHeading && isLone(text, around[0], { start: match.index, end });
    const named =
      words.trim() === '' && match[0].startsWith('总')
        ? { name: 'total' }
        : nameOfScore(words, around, { max: stated, attached, inHeading, lone });
    before = end + (after?.[0].length ?? 0);
    if (!named || ofOtherTest.test(words)) continue;
    const { name, heading }: NamedScore = named;
    // the heading's weight is not that of another name below it
    const ofOther = own === undefined && !lone && !around[0]?.title.includes(name);
    // the whole is of 100 points or about that
    if (name === 'total' && own !== undefined && Number(own) < 60) continue;
    const max = (ofOther ? undefined : stated) ?? (heading && weightOf(heading));
    if (max && Number(plain(max)) < Number(plain(match.groups?.score ?? ''))) continue;
    const quoted = text.slice(from, match.index).search(/[^，。；：、\n]/);
    const start = from + Math.max(0, quoted);
    const score = {
      name,
      score: plain(match.groups?.score ?? ''),
      ...(max && { max }),
      quote: quoteOf(source, start, end),
    };
    found.push({ score, words, start, end });
  }
  return found;
}

/** The only points of a short section: those of its heading, however its sentences go. */
function isLone(text: string, section: Section | undefined, { start, end }: { start: number; end: number }) {
  if (!section || section.end - section.bodyStart > longestLone) return false;
  const others = text.slice(section.bodyStart, start) + text.slice(end, section.end);
  return !/(?:得|自评|评分)(?:满|为)?分?\d/.test(others);
}

const longestLone = 400;

const listed = new RegExp(
  `(?<=[，、；：。（\\n])(?:其中[：，]?)?(?<name>(?!(?:自评|实际)?得分|[合共]计)(?![^（\\d]*(?:扣|每|复核|上年|共|满分|总分|分值|权重|其中|项目(?!支出|绩效|管理)|年度?自评))[\\u4e00-\\u9fff“”]{2,14}?)(?:（(?<max>${number})分）)?(?:自评|得分|自评得分|得)?(?<score>${number})分(?:（(?:(?:满分|分值|总分)(?<after>${number})分|权重${number}%)）|，(?:实际|自评)?得分?(?<earned>${number})分|(?!，(?:扣|(?:实际|自评)?得)))(?=[，、；。）])`,
  'g',
);

const plainList = new RegExp(`^(?:(?!优|良|中等|合格|差)[\\u4e00-\\u9fff“”]{2,14}${number}分[，、；]){3}`);

/** What announces the parts of a total. */
const listBegins =
  /其中|按(?:一级)?(?:指标|类别|内容)(?:类别)?(?:分|看)|(?:各项|各类|各部分|各?一级指标|各一级|分项|具体)[^，。：\n]{0,8}得分[^，。：\n]{0,6}：|具体(?:为|如下|是)：|(?<=\d分)（(?=[\u4e00-\u9fff]{2,14}\d[\d.]*分[、，；])/;

/** “自评得分95.2分，其中投入管理19分（满分20分）、产出目标33.2分”: a sentence on the total goes on with its parts, or the next one does. */
function listedScores(source: MappedText): ReadScore[] {
  const sentences = [...source.text.matchAll(/[^。\n]+/g)];
  return sentences.flatMap((sentence, index) => {
    const short = sentence[0].length <= longestSentence;
    const begins = short ? sentence[0].search(listBegins) : -1;
    // “自评得分48分。预算编制3分，预算执行4分，信息公开4分”
    const at = begins < 0 && short && plainList.test(sentence[0]) ? 0 : begins;
    if (at < 0) return [];
    const lead = at === 0 ? sentences[index - 1]?.[0] : sentence[0].slice(0, at);
    const named = listBegins.exec(sentence[0])?.[0] ?? '';
    if (!lead || !/得分|评分|总分|自评/.test(lead.slice(-longestSentence) + named)) return [];
    // with the marks before and after it
    const from = Math.max(0, sentence.index + at - 1);
    const words = source.text.slice(from, sentence.index + sentence[0].length + 1);
    const parts = [...words.matchAll(listed)];
    if (parts.length < 2) return [];
    return parts.map((part) => {
      const { name = '', score = '', max, after, earned } = part.groups ?? {};
      const start = from + part.index;
      // “部门决策25分，得24分”
      const weight = earned ? score : (max ?? after);
      return {
        name: name.replace(/(?<=..)类$/, ''),
        score: plain(earned ?? score),
        ...(weight && { max: weight }),
        quote: quoteOf(source, start, start + part[0].length),
      };
    });
  });
}

/** Nothing longer is a sentence: a text without stops must not cost more than it is long. */
const longestSentence = 2_000;

/** The innermost heading that says what it is about decides: “（一）环卫项目” below “重点项目自评情况” says nothing. */
function isOtherMatter(around: readonly Section[]): boolean {
  if (around.some((section) => section.roles.includes('key_projects'))) return true;
  const { roles = [] } = around.find((section) => section.roles.length > 0) ?? {};
  return roles.some((role) => otherMatters.includes(role));
}

/** Names and the weight stand in the same sentence, before the score. */
function clauseStart(text: string, place: number): number {
  const from = Math.max(0, place - 200);
  const words = text.slice(from, place);
  return from + Math.max(...['\n', '。', '；', '！'].map((stop) => words.lastIndexOf(stop))) + 1;
}

const statedMax = new RegExp(`${maximum}(${number})分?`, 'g');
const bareMax = new RegExp(`（(${number})分）?[，：]?$`);
/** “（满分20分）”, and the formula “（20分×95.02%）” */
const maxBehind = new RegExp(`^[，（]?(?:${maximum})(${number})分|^（(${number})分?[×*xX]${number}%`);

function maxBefore(words: string): string | undefined {
  return [...words.matchAll(statedMax)].at(-1)?.[1] ?? bareMax.exec(words)?.[1];
}

function maxAfter(words: string): RegExpExecArray | null {
  return maxBehind.exec(words);
}

/** “1.预算编制情况（3分）。自评得3分。” */
function maxInHeading(section: Section | undefined, from: number): string | undefined {
  return section && from - section.bodyStart <= 2 ? weightOf(section) : undefined;
}

function weightOf({ title }: Section): string | undefined {
  return new RegExp(`（(?:${maximum})?(${number})分）$`).exec(title)?.[1];
}

/** “未达标原因：…”, “扣分原因：…”, “改进措施：…” right after a score. */
function explanation(words: string): Pick<ReadScore, 'reason' | 'measure'> {
  const paragraph = words.split('\n')[0] ?? '';
  const reason = /(?:未达标|扣分|失分|未得满分|丢分)(?:的)?(?:主要)?原因(?:是|为|：)+([^。]+)/.exec(
    paragraph,
  )?.[1];
  const measure = /改进措施(?:是|为|：)+([^。]+)/.exec(paragraph)?.[1];
  return { ...(reason && { reason }), ...(measure && { measure }) };
}
