import { describe, expect, it } from 'vitest';
import { htmlTable, tabbedText } from './clipboard-table.ts';

const rows = [
  ['街道', '全年预算数（万元）', '升降'],
  ['白鹤街道', '10,158.36', '▲ 1'],
  ['<b>&', '-3.20', '—'],
];

describe('cells on the clipboard', () => {
  it('keep rows and columns, and numbers as numbers', () => {
    expect(tabbedText(rows)).toBe(
      '街道\t全年预算数（万元）\t升降\r\n白鹤街道\t10158.36\t▲ 1\r\n<b>&\t-3.20\t—',
    );
    expect(htmlTable(rows.slice(1))).toBe(
      `<meta charset="utf-8"><table><tr><td style="mso-number-format:'\\@'">白鹤街道</td><td>10158.36</td>` +
        `<td style="mso-number-format:'\\@'">▲ 1</td></tr><tr><td style="mso-number-format:'\\@'">&lt;b&gt;&amp;</td>` +
        `<td>-3.20</td><td style="mso-number-format:'\\@'">—</td></tr></table>`,
    );
  });

  it.each(['=1+1', '+cmd', '-2+3', '@x', ' =A1', '＝1'])('never start a formula: %s', (text) => {
    expect(tabbedText([[text]])).toBe(`'${text}`);
    expect(htmlTable([[text]])).toContain(`mso-number-format:'\\@'">${text}<`);
  });

  it('hold no tab or line break within', () => {
    expect(tabbedText([['a\tb\r\nc', 'd']])).toBe('a b c\td');
  });
});
