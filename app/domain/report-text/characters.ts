import { simplifiedCharacter } from './traditional.ts';

/**
 * Characters that PDF and web copies put in place of the ones meant. U+2F00–2FD5 (Kangxi radicals), full-width forms and
 * compatibility ideographs have an NFKC form; most of U+2E80–2EFF (radicals supplement) has none, hence the table.
 */
const supplementStart = 0x2e81;
const supplement =
  '厂乛乙乙亻冂几刀刂卜卩小小兀尣尢尢巳幺彑彐忄心扌攵\0旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒网网网' +
  '羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

/** Punctuation and digits in one form, so that every pattern is written once. */
const sameAs: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ';': '；',
  ':': '：',
  '﹪': '%',
  '％': '%',
  '．': '.',
  '－': '-',
  '−': '-',
  '–': '-',
  '﹣': '-',
  '〜': '-',
  '～': '-',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '､': '、',
  '｡': '。',
};

const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v]/u;
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u;

/** By code unit: every unit of a text is asked for several times. */
const forms: string[] = [];

/** One UTF-16 unit in the form in which the reader expects it; empty for a character that shows nothing. */
export function plainCharacter(unit: string): string {
  if (unit.length !== 1) return plainForm(unit);
  const code = unit.charCodeAt(0);
  const form = forms[code] ?? plainForm(unit);
  forms[code] = form;
  return form;
}

function plainForm(unit: string): string {
  const same = sameAs[unit];
  if (same !== undefined) return same;
  const code = unit.charCodeAt(0);
  if (code < 0x80) return unit === '\t' || unit === '\v' ? ' ' : unit;
  if (unseen.test(unit)) return '';
  if (spaces.test(unit)) return ' ';
  if (code >= supplementStart && code < supplementStart + supplement.length) {
    const known = supplement[code - supplementStart];
    return known && known !== '\0' ? known : unit;
  }
  const hasPlainForm =
    (code >= 0x2f00 && code <= 0x2fd5) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff10 && code <= 0xff5a && /[０-９Ａ-Ｚａ-ｚ]/u.test(unit));
  return simplifiedCharacter(hasPlainForm ? unit.normalize('NFKC') : unit);
}
