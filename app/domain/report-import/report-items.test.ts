import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormValues } from '../form/fields.ts';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import { readReport } from '../report-text/index.ts';
import {
  chosenChanges,
  itemConflicts,
  missingFields,
  type Selection,
  withChanges,
} from './chosen-changes.ts';
import { reportItems } from './report-items.ts';

const baihedong = fixture('reports/baihedong-2023.txt');
const competing = fixture('invented/held-competing.txt');
const everything: Selection = { take: 'all', picks: {} };

describe('competing values', () => {
  const { items } = read(competing, {});
  const several = items.filter(({ choices }) => choices.length > 1);

  test('are offered each with its own words', () => {
    expect(several.length).toBeGreaterThan(0);
    for (const { choices } of several) {
      expect(choices.map(({ kind }) => kind)).toContain('competing');
      expect(new Set(choices.map(({ quote }) => quote?.start)).size).toBe(choices.length);
    }
  });

  test('none is taken unless somebody picks it', () => {
    const { changes, unpicked } = chosenChanges(items, everything, {});
    expect(unpicked).toEqual(several.map(({ id }) => id));
    for (const { id, choices } of several) {
      const offered = Object.entries(choices[1]?.fields ?? {}).map(([field, to]) => ({
        field,
        from: '',
        to,
      }));
      for (const { field } of offered) expect(changes.map((change) => change.field)).not.toContain(field);
      const picked = chosenChanges(items, { take: { items: [id] }, picks: { [id]: 1 } }, {});
      expect(picked.changes).toEqual(offered);
    }
  });

  test('rates and scores are offered like amounts, with what else is said of the score', () => {
    const text = [
      '云溪区青石街道办事处2022年度部门整体支出绩效自评报告',
      '二、部门收支情况',
      '部门预算执行率为95.6%。综上，部门预算执行率为96.3%。',
      '三、自评情况',
      '部门整体支出绩效自评得分95.3分。',
      '评价指标\t标准分\t自评分',
      '履职效能\t50\t48.2',
      '管理效率\t50\t47.2',
      '合计\t100\t95.4',
    ].join('\n');
    const { items: found } = read(text, {});
    const offered = (id: string) => found.find((one) => one.id === id)?.choices;
    expect(offered('rates.execution_rate')).toMatchObject([
      { kind: 'printed', fields: { 'rates.execution_rate': '95.6' }, confidence: 'low' },
      { kind: 'competing', fields: { 'rates.execution_rate': '96.3' }, confidence: 'low' },
    ]);
    expect(offered('scores.total')).toMatchObject([
      { kind: 'printed', fields: { 'scores.total.score': '95.4' }, confidence: 'low' },
      { kind: 'competing', fields: { 'scores.total.score': '95.3' }, confidence: 'low' },
    ]);
    expect(offered('scores.management')).toMatchObject([{ kind: 'printed', confidence: 'high' }]);
  });
});

test('each value says how sure the reader was of it', () => {
  for (const text of [baihedong, competing]) {
    for (const { id, choices } of read(text, {}).items) {
      for (const { kind, confidence } of choices)
        expect([id, kind, confidence]).toEqual([
          id,
          kind,
          kind === 'proposed' ? undefined : expect.any(String),
        ]);
    }
  }
});

describe('a value against what the form holds', () => {
  test('is the same where it says the same in other figures', () => {
    for (const [text, state] of [
      ['101,583,600元', 'same'],
      ['10158.36', 'same'],
      ['10160', 'changed'],
      ['', 'new'],
    ]) {
      const { items } = read(baihedong, { 'amounts.budget_total': text ?? '' });
      expect([text, items.find(({ id }) => id === 'amounts.budget_total')?.state]).toEqual([text, state]);
    }
  });

  test('what no report states stays', () => {
    const before = {
      preparer_name: '某人',
      'scores.management.evidence': '附件一',
      'followups.1.problem': '旧',
    };
    const { items } = read(baihedong, before);
    expect(withChanges(before, chosenChanges(items, everything, before).changes)).toMatchObject(before);
  });
});

describe('rows of a list', () => {
  test('go below those that somebody wrote, and measures follow their problems there', () => {
    const before = { 'problems.3.text': '某人先写下的问题' };
    const { items } = read(baihedong, before);
    const after = withChanges(before, chosenChanges(items, everything, before).changes);
    expect(after['problems.3.text']).toBe('某人先写下的问题');
    const alone = withChanges({}, chosenChanges(read(baihedong, {}).items, everything, {}).changes);
    const linked = Object.keys(alone).filter((field) => /^measures\.\d+\.problem$/.test(field));
    expect(linked.length).toBeGreaterThan(0);
    for (const field of linked) {
      expect(after[field]).toBe(String(Number(alone[field]) + 3));
      expect(after[`problems.${after[field]}.text`]).toBe(alone[`problems.${alone[field]}.text`]);
    }
  });

  test('meet a row of the same words', () => {
    const alone = withChanges({}, chosenChanges(read(baihedong, {}).items, everything, {}).changes);
    const before = { 'problems.7.text': alone['problems.2.text'] ?? '' };
    const { items } = read(baihedong, before);
    expect(items.find(({ id }) => id === 'problems.2')).toMatchObject({ state: 'same' });
    expect(items.find(({ id }) => id === 'problems.1')?.choices[0]?.fields).toHaveProperty([
      'problems.8.text',
    ]);
  });

  test('a measure accepted without its problem names none', () => {
    const { items } = read(baihedong, {});
    const { changes } = chosenChanges(items, { take: { items: ['measures.1'] }, picks: {} }, {});
    expect(changes.map(({ field }) => field)).toEqual(['measures.1.text']);
  });
});

test('what is missing is what neither report nor form has', () => {
  const { items } = read(baihedong, {});
  const money = (stored: FormValues) =>
    missingFields(items, guangdong2023, stored).find(({ section }) => section === 'basics')?.groups;
  expect(money({})).toContainEqual(['preparer_name']);
  expect(money({ preparer_name: '某人' })).not.toContainEqual(['preparer_name']);
});

test('an item that was not seen as it stands is a conflict, unless the form says what the report does', () => {
  const stored = { 'amounts.budget_total': '1' };
  const { items } = read(baihedong, stored);
  const selection: Selection = { take: { items: ['amounts.budget_total'] }, picks: {} };
  const chosen = chosenChanges(items, selection, stored);
  expect(itemConflicts(items, chosen, () => true)).toEqual([]);
  expect(itemConflicts(items, chosen, () => false)).toEqual([
    {
      id: 'amounts.budget_total',
      fields: [{ field: 'amounts.budget_total', theirs: '1', mine: '10158.36' }],
    },
  ]);
  const same = { 'amounts.budget_total': '10158.36' };
  const again = read(baihedong, same).items;
  expect(itemConflicts(again, chosenChanges(again, selection, same), () => false)).toEqual([]);
});

function read(text: string, stored: FormValues) {
  return reportItems(readReport(text), guangdong2023, stored);
}

function fixture(path: string): string {
  return readFileSync(new URL(`../../../test/fixtures/${path}`, import.meta.url), 'utf8');
}
