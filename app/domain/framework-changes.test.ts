import { expect, test } from 'vitest';
import type { Framework, FrameworkNode } from './framework.ts';
import { frameworkChanges } from './framework-changes.ts';

const rule = {
  kind: 'proportion' as const,
  figure: { kind: 'ratio' as const, part: 'sme_actual' as const, whole: 'sme_reserved' as const },
  fullAt: '100',
  verified: true,
};
const before = frameworkOf(
  node('a', { weight: '60' }),
  node('a.p', { parent: 'a', weight: '35', rule }),
  node('a.q', { parent: 'a', weight: '25' }),
  node('b', { weight: '40' }),
);

test('the same framework, its weights written otherwise or its rules with other keys first, has no changes', () => {
  const { verified, fullAt, figure, kind } = rule;
  const same = frameworkOf(
    node('a', { weight: '60.00' }),
    node('a.q', { parent: 'a', weight: '25', verified: false }),
    node('a.p', {
      parent: 'a',
      weight: '35.0',
      rule: { source: '依据', verified: !verified, fullAt, figure, kind },
    }),
    node('b', { weight: '40' }),
  );
  expect(frameworkChanges(before, same)).toEqual([]);
});

test('every kind of change is told once, at its node', () => {
  const after = frameworkOf(
    node('a', { weight: '55' }),
    node('a.p', { parent: 'a', weight: '35', name: '新名', rule: { ...rule, fullAt: '95' } }),
    node('a.n', { parent: 'a', weight: '20' }),
    node('b', { weight: '45' }),
    node('b.x', { parent: 'b', weight: '45' }),
  );
  expect(frameworkChanges(before, after).map(({ kind, node: { code } }) => `${kind} ${code}`)).toEqual([
    'reweighted a',
    'renamed a.p',
    'rule a.p',
    'added a.n',
    'reweighted b',
    'added b.x',
    'removed a.q',
  ]);
});

test('a change carries both sides', () => {
  const after = frameworkOf(
    node('a', { weight: '60' }),
    node('a.p', { parent: 'b', weight: '36', nameEn: 'New name' }),
    node('a.q', { parent: null, weight: '25', rule: { kind: 'manual', verified: false } }),
    node('b', { weight: '40' }),
  );
  expect(frameworkChanges(before, after)).toEqual([
    {
      kind: 'renamed',
      node: { code: 'a.p', name: '指标a.p', nameEn: 'New name', weight: '36' },
      before: { name: '指标a.p', nameEn: 'Node a.p' },
    },
    { kind: 'reweighted', node: expect.objectContaining({ code: 'a.p' }), before: '35' },
    { kind: 'rule', node: expect.objectContaining({ code: 'a.p' }) },
    {
      kind: 'moved',
      node: expect.objectContaining({ code: 'a.p' }),
      before: { code: 'a', name: '指标a', nameEn: 'Node a', weight: '60' },
      after: { code: 'b', name: '指标b', nameEn: 'Node b', weight: '40' },
    },
    { kind: 'rule', node: expect.objectContaining({ code: 'a.q' }) },
    {
      kind: 'moved',
      node: expect.objectContaining({ code: 'a.q' }),
      before: expect.objectContaining({ code: 'a' }),
      after: undefined,
    },
  ]);
});

function node(code: string, of: Partial<FrameworkNode>): FrameworkNode {
  const level = code.split('.').length as 1 | 2 | 3;
  return {
    ...{ code, parent: null, level, name: `指标${code}`, nameEn: `Node ${code}`, weight: '0' },
    verified: true,
    ...of,
  };
}

function frameworkOf(...nodes: FrameworkNode[]): Framework {
  return { name: '体系', nameEn: 'Framework', year: 2023, version: 1, totalWeight: '100', nodes };
}
