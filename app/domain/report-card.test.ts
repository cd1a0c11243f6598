import { expect, test } from 'vitest';
import { baihedong, jiahe } from './findings/published-reports.fixture.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { moneyLines, pointsLost, rateLines, scoreLines } from './report-card.ts';

const lost = (content: typeof jiahe, reviewed = {}) =>
  pointsLost(scoreLines(guangdong2023, content, reviewed)).map((line) => [line.node.code, line.lost]);

test('points are counted at the deepest scored nodes, most first', () => {
  expect(lost(baihedong)).toEqual([
    ['management.assets', '1.5'],
    ['management.performance', '1'],
    ['effectiveness', '0.53'],
    ['management.budget_execution', '0.5'],
    ['management.procurement', '0.5'],
  ]);
});

test('a reviewed score counts before the self score and changes what was lost', () => {
  expect(lost(baihedong, { 'management.assets': '9.5' })).toContainEqual(['management.assets', '0.5']);
});

test('a node that is only computed is shown beside the claims but loses nothing', () => {
  const lines = scoreLines(guangdong2023, baihedong, {});
  const progress = lines.find((line) => line.node.code === 'effectiveness.spending_progress');
  expect(progress).toMatchObject({ computed: '9.47', self: undefined, counts: undefined, lost: undefined });
  expect(lines.some((line) => line.node.code === 'effectiveness.overall')).toBe(false);
});

test('a weight that the office states otherwise is kept beside the framework’s', () => {
  const scores = [{ node: 'management.assets', score: '8', statedMax: '9' }];
  const [line] = scoreLines(guangdong2023, { ...baihedong, scores, rates: {} }, {});
  expect(line).toMatchObject({ statedMax: '9', lost: '2' });
});

test('money shows what either year states, and a change only where both do', () => {
  expect(
    moneyLines(
      { budget_total: '110.00', executed_total: '50.00' },
      { budget_total: '100.00', revenue_total: '7.00' },
    ),
  ).toEqual([
    { item: 'budget_total', amount: '110.00', lastYear: '100.00', change: '10' },
    { item: 'revenue_total', amount: undefined, lastYear: '7.00', change: undefined },
    { item: 'executed_total', amount: '50.00', lastYear: undefined, change: undefined },
  ]);
});

test('the two rates stand first and apart; a stated one never replaces a computed one', () => {
  expect(rateLines(baihedong)).toEqual([
    { item: 'execution_rate', percent: '96.12', computed: true },
    { item: 'spending_progress', percent: '94.7', computed: false },
  ]);
  expect(rateLines({ ...baihedong, rates: { execution_rate: '99' } })[0]?.percent).toBe('96.12');
});

test('without a budget there is no execution rate', () => {
  expect(rateLines(jiahe).some((line) => line.item === 'execution_rate')).toBe(false);
});
