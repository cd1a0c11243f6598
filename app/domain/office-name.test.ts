import { describe, expect, it, test } from 'vitest';
import { isSameOffice, matchOffice } from './office-name.ts';

const office = (code: string, name: string, nameEn = code) => ({ code, name, nameEn });
const offices = [
  office('990101001', '白鹤洞街道', 'Baihedong'),
  office('990101002', '嘉禾街道'),
  office('990101003', '白云街道'),
  office('990101004', '石井街道'),
  office('990101005', '石井街'),
];

describe('a name as a bureau writes it', () => {
  it.each([
    ['白鹤洞街道', 'exact'],
    [' 白鹤洞 街道　', 'exact'],
    ['baihedong', 'exact'],
    ['990101001', 'exact'],
    ['990101001 白鹤洞', 'exact'],
    ['白鹤洞街', 'alike'],
    ['白鹤洞街道办', 'alike'],
    ['白鹤洞街道办事处（本级）', 'alike'],
    ['白鹤洞街道办事处本级', 'alike'],
    ['1、白鹤洞街', 'alike'],
    ['白鹤洞', 'alike'],
    ['广州市荔湾区白鹤洞街道办事处', 'alike'],
    ['广州市荔湾区人民政府白鹤洞街道办事处', 'alike'],
  ])('%s is one office: %s', (written, kind) =>
    expect(matchOffice(written, offices)).toEqual({ kind, office: offices[0] }),
  );

  it('two offices that both could be meant are not decided between', () => {
    const both = [offices[3], offices[4]];
    expect(matchOffice('石井', offices)).toEqual({ kind: 'several', offices: both });
    expect(matchOffice('石井街道办事处', offices)).toEqual({ kind: 'several', offices: both });
    expect(matchOffice('石井街', offices)).toEqual({ kind: 'exact', office: offices[4] });
    const twins = [office('1', '同名街道'), office('2', '同名街道')];
    expect(matchOffice('同名街道', twins)).toEqual({ kind: 'several', offices: twins });
  });

  it.each([
    ['白鹤涧街道', ['白鹤洞街道']],
    ['白鹤', ['白鹤洞街道']],
    ['区财政局', []],
    ['街道办事处', []],
    ['', []],
    ['990101999', []],
  ])('%s is none of them; those that come near are named', (written, near) =>
    expect(matchOffice(written, offices)).toEqual({
      kind: 'unknown',
      offices: offices.filter(({ name }) => near.includes(name)),
    }),
  );
});

test.each([
  ['白鹤洞街道', '白鹤洞街', true],
  ['广州市荔湾区人民政府白鹤洞街道办事处', '白鹤洞街道', true],
  ['荔湾区白鹤洞街道办事处', '白鹤洞街', true],
  ['番禺区市桥街道', '市桥街道办事处', true],
  ['白鹤洞街道', '嘉禾街道', false],
  ['白云街道', '白云区嘉禾街道', false],
])('%s and %s are one office: %s', (a, b, same) => {
  expect(isSameOffice(a, b)).toBe(same);
});
