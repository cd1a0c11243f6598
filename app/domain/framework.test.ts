import { describe, expect, test } from 'vitest';
import { childrenOf, leavesOf, nodeByCode, nodeByName, unbalancedCodes, weightOf } from './framework.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { sum } from './money.ts';

describe('guangdong-2023', () => {
  test('weights of children add up to their parent’s, 100 in all', () => {
    expect(unbalancedCodes(guangdong2023)).toEqual([]);
    expect(sum(leavesOf(guangdong2023).map((leaf) => leaf.weight))).toBe('100');
  });

  test('codes and names are distinct, parents come before their children', () => {
    const codes = guangdong2023.nodes.map((node) => node.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(guangdong2023.nodes.map((node) => node.name)).size).toBe(codes.length);
    for (const [index, { parent, level }] of guangdong2023.nodes.entries()) {
      if (parent === null) expect(level).toBe(1);
      else {
        expect(codes.indexOf(parent)).toBeGreaterThanOrEqual(0);
        expect(codes.indexOf(parent)).toBeLessThan(index);
        expect(nodeByCode(guangdong2023, parent)?.level).toBe(level - 1);
      }
    }
  });

  test('only dimensions and categories are verified', () => {
    for (const node of guangdong2023.nodes) expect(node.verified, node.code).toBe(node.level < 3);
  });

  test('the categories of 管理效率 are those of the published reports', () => {
    const categories = childrenOf(guangdong2023, 'management').map(({ name, weight }) => [name, weight]);
    expect(categories).toEqual([
      ['预算编制', '3'],
      ['预算执行', '4'],
      ['信息公开', '4'],
      ['绩效管理', '15'],
      ['采购管理', '10'],
      ['资产管理', '10'],
      ['运行成本', '4'],
    ]);
  });
});

describe('looking up', () => {
  test('by code and by name', () => {
    expect(nodeByCode(guangdong2023, 'management.procurement.sme_policy')?.name).toBe('采购政策效能');
    expect(nodeByName(guangdong2023, ' 信息 公开')?.code).toBe('management.information_disclosure');
    expect(nodeByName(guangdong2023, '"三公"经费控制情况')?.level).toBe(3);
    expect(nodeByName(guangdong2023, '部门决策')).toBeUndefined();
  });

  test('children of the total are the dimensions', () => {
    const dimensions = ['effectiveness', 'management'];
    expect(childrenOf(guangdong2023, 'total').map((node) => node.code)).toEqual(dimensions);
    expect(childrenOf(guangdong2023, null).map((node) => node.code)).toEqual(dimensions);
    expect(childrenOf(guangdong2023, 'effectiveness.spending_progress')).toEqual([]);
  });

  test('weights, the total’s among them', () => {
    expect(weightOf(guangdong2023, 'total')).toBe('100');
    expect(weightOf(guangdong2023, 'management')).toBe('50');
    expect(weightOf(guangdong2023, 'elsewhere')).toBeUndefined();
  });
});

test('an unbalanced framework names the parents concerned', () => {
  const nodes = guangdong2023.nodes.map((node) =>
    node.code === 'management.assets' ? { ...node, weight: '9' } : node,
  );
  expect(unbalancedCodes({ ...guangdong2023, nodes })).toEqual(['management', 'management.assets']);
});
