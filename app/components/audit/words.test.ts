import { describe, expect, test } from 'vitest';
import { readAuditDetail } from '#app/domain/audit-trail.ts';
import { type Framework, nodeByCode } from '#app/domain/framework.ts';
import { frameworkChanges } from '#app/domain/framework-changes.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import type { Language } from '#app/lib/i18n/languages.ts';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import type { AuditLine, AuditView } from '#app/usecases/view-audit.server.ts';
import { whyText } from './facts.ts';
import { placeOf } from './place.ts';
import { auditSheet } from './sheet.ts';
import { actionText } from './words.ts';

const words = (language: Language = 'zh-CN') => ({ t: i18nOf(language).t, language });
const offices = [
  { code: '440103001', name: '甲街道', nameEn: 'A Street' },
  { code: '440103002', name: '乙街道', nameEn: 'B Street' },
];
const framework: Framework = { ...guangdong2023, year: 2023 };

function lineOf(action: string, subject: string, detail: object = {}): AuditLine {
  return {
    ...{ seq: 1, at: '2024-01-02 03:04', by: { kind: 'script' as const }, action, subject, hash: 'f' },
    ...{ year: 2023, more: 0, unsent: false },
    ...readAuditDetail(action, detail),
  };
}

function viewOf(...lines: AuditLine[]): AuditView {
  const district = { code: '440103', name: '某区', nameEn: 'Some District' };
  return {
    ...{ district, year: 2023, years: [2023], usual: 'all', search: { years: 'all' }, count: lines.length },
    ...{ lines, offices, people: [], frameworks: { 2023: framework } },
  };
}

describe('a download says whose figures went out and leads to the page', () => {
  const placeIn = (subject: string, language?: Language) => {
    const line = lineOf('export.any.csv', subject);
    return placeOf(line, viewOf(line), words(language));
  };
  const [node] = framework.nodes;
  test.each([
    ['compare.csv?offices=440103002,440103001', '乙街道、甲街道 2023', 'B Street, A Street 2023'],
    ['ranking.xlsx?sort=rank', '全区 2023', 'Whole district 2023'],
    ['settings/audit.csv?office=440103001', '甲街道 2023', 'A Street 2023'],
    ['compare.csv?offices=440103009', '440103009 2023', '440103009 2023'],
    [`indicators/${node?.code}.csv`, `全区 2023、${node?.name}`, `Whole district 2023, ${node?.nameEn}`],
  ])('%s', (file, zh, en) => {
    const place = placeIn(`/districts/440103/2023/${file}`);
    expect(place).toEqual({ text: zh, href: `/districts/440103/2023/${file.replace(/\.(csv|xlsx)/, '')}` });
    expect(placeIn(`/districts/440103/2023/${file}`, 'en').text).toBe(en);
  });

  test('the form as a workbook leads to the page of the workbook', () => {
    const [office] = offices;
    const line = { ...lineOf('export.template.xlsx', '/offices/440103001/2023/template.xlsx'), office };
    expect(placeOf(line, viewOf(line), words())).toEqual({
      text: '甲街道 2023',
      href: '/offices/440103001/2023/workbook',
    });
    expect(actionText(line.action, words())).toBe('下载填报模板（Excel）');
  });

  test('what is no address of a page stays as it was written, and leads nowhere', () => {
    for (const subject of ['//elsewhere.example/2023/a.csv', 'javascript:alert(1)', '/districts/440103/2023'])
      expect(placeIn(subject)).toEqual({ text: subject });
  });
});

describe('nothing of a round or a framework is shown as the database keeps it', () => {
  const cells = (line: AuditLine, language?: Language) =>
    auditSheet(viewOf(line), words(language)).rows.map(({ cells: row }) => row.slice(5, 9));

  test('a policy of a round that opens or changes', () => {
    const opened = lineOf('round.open', '2023', {
      ...{ opensOn: '2024-01-01', deadline: '2024-03-31', peerView: 'coded', executionTarget: '95' },
      ...{ framework: '2023/2', leftOut: ['440103002'], reason: '撤并' },
    });
    expect(cells(opened)).toEqual([
      ['指标体系', '', '2023年第2版', '撤并'],
      ['开始日期', '', '2024-01-01', '撤并'],
      ['截止日期', '', '2024-03-31', '撤并'],
      ['执行率目标', '', '95%', '撤并'],
      ['街道间可见范围', '', '代号', '撤并'],
      ['不参加的街道', '', '乙街道', '撤并'],
    ]);
    const changed = lineOf('round.change', '2023', {
      changes: [{ field: 'peerView', from: 'named', to: 'aggregate' }],
    });
    expect(cells(changed)).toEqual([['街道间可见范围', '具名', '只看汇总', '']]);
    expect(cells(changed, 'en')).toEqual([
      ['What offices see of each other', 'names', 'aggregates only', ''],
    ]);
  });

  test('a framework that is published says what changed, node by node', () => {
    const code = framework.nodes.at(-1)?.code ?? '';
    const after = {
      ...framework,
      nodes: framework.nodes.map((node) => (node.code === code ? { ...node, name: '新名' } : node)),
    };
    const published = lineOf('framework.publish', '2023', {
      ...{ version: 3, from: '2023/2', basis: '2022/1', changes: frameworkChanges(framework, after) },
    });
    const before = nodeByCode(framework, code)?.name;
    expect(cells(published)).toHaveLength(1);
    const [[field, from, to, why] = []] = cells(published);
    expect([field, from, to]).toEqual(['指标体系', '2023年第2版', '2023年第3版']);
    expect(why).toContain('新名');
    expect(why).toContain(before);
    expect(why).not.toMatch(/[{}"]|basis|renamed/);
  });

  test('a workbook that was taken over names its file', () => {
    const line = lineOf('draft.save', '440103001/2023', {
      changes: [],
      workbook: { file: '填报.xlsx', sha256: '0123456789abcdef' },
    });
    expect(whyText(line, undefined, words())).toBe('文件 填报.xlsx\n文件校验值 0123456789ab…');
  });
});
