const digits = '零一二三四五六七八九';
const roman: readonly [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A count as Word writes it in one of its number formats (ECMA-376, 17.18.59); in digits where the format is not known. */
export function countText(format: string, count: number): string {
  if (format === 'none') return '';
  if (!Number.isInteger(count) || count < 0 || count > 999) return String(count);
  if (/^(?:chineseCounting|japaneseCounting|taiwaneseCounting|ideographEnclosed)/.test(format))
    return chinese(count);
  if (format === 'ideographDigital' || format === 'taiwaneseDigital')
    return String(count).replace(/\d/g, (digit) => (digit === '0' ? '〇' : (digits[Number(digit)] ?? '')));
  if (format.startsWith('decimalEnclosedCircle')) return circled(count);
  if (format === 'decimalEnclosedParen') return `（${count}）`;
  if (format === 'decimalEnclosedFullstop') return `${count}.`;
  if (format === 'lowerLetter') return letter(count);
  if (format === 'upperLetter') return letter(count).toUpperCase();
  if (format === 'lowerRoman') return romanText(count);
  if (format === 'upperRoman') return romanText(count).toUpperCase();
  if (format === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'[count - 1] ?? String(count);
  return String(count);
}

/** 十, 十一, 二十三, 一百零五 */
function chinese(count: number): string {
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10];
  if (count === 0) return '零';
  const ten =
    tens === 0
      ? hundreds > 0 && ones > 0
        ? '零'
        : ''
      : tens === 1 && hundreds === 0
        ? '十'
        : `${digits[tens]}十`;
  return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${ten}${ones > 0 ? digits[ones] : ''}`;
}

function circled(count: number): string {
  return count >= 1 && count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : String(count);
}

/** a, b, … z, aa, bb */
function letter(count: number): string {
  if (count === 0) return '';
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

function romanText(count: number): string {
  let rest = count;
  let text = '';
  for (const [value, sign] of roman) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
