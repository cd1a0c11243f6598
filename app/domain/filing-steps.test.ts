import { describe, expect, test } from 'vitest';
import { roles } from './access.ts';
import {
  type FilingCommand,
  type FilingState,
  filingCommands,
  filingState,
  filingStates,
  next,
  possibleCommands,
  roundBarrier,
} from './filing-steps.ts';

test('exactly these steps exist, by these roles', () => {
  const steps = filingStates.flatMap((state) =>
    filingCommands.flatMap((command) =>
      roles.flatMap((role) => {
        const move = next(state, command, { role });
        return 'to' in move ? [`${state} –${command}→ ${move.to}: ${role.replace(/^\w+_/, '')}`] : [];
      }),
    ),
  );
  expect(steps).toEqual([
    'none –save→ draft: preparer',
    'none –save→ draft: approver',
    'draft –save→ draft: preparer',
    'draft –save→ draft: approver',
    'draft –finish→ finished: preparer',
    'draft –submit→ submitted: approver',
    'finished –save→ draft: approver',
    'finished –take_back→ draft: preparer',
    'finished –take_back→ draft: approver',
    'finished –submit→ submitted: approver',
    'submitted –withdraw→ draft: approver',
    'submitted –return→ returned: reviewer',
    'submitted –approve→ approved: reviewer',
    'submitted –comment→ submitted: reviewer',
    'submitted –score→ submitted: reviewer',
    'returned –save→ returned: preparer',
    'returned –save→ returned: approver',
    'returned –finish→ finished: preparer',
    'returned –submit→ submitted: approver',
    'returned –comment→ returned: reviewer',
    'approved –return→ returned: reviewer',
    'approved –comment→ approved: reviewer',
  ]);
});

test.each<[FilingState, FilingCommand, Parameters<typeof next>[2], string]>([
  ['approved', 'submit', { role: 'office_approver' }, 'is_approved'],
  ['finished', 'save', { role: 'office_preparer' }, 'is_finished'],
  ['draft', 'submit', { role: 'office_preparer' }, 'wrong_role'],
  ['submitted', 'approve', { role: 'district_leader' }, 'wrong_role'],
  ['submitted', 'approve', { role: 'district_reviewer', isSubmitter: true }, 'same_person'],
])('%s, %s: refused as it should be', (state, command, actor, refusal) => {
  expect(next(state, command, actor)).toEqual({ refusal });
});

test('whoever submitted may still return', () => {
  expect(next('submitted', 'return', { role: 'district_reviewer', isSubmitter: true })).toEqual({
    to: 'returned',
  });
});

test('finished is a draft or a returned report, and nothing else', () => {
  expect(filingState(undefined, false)).toBe('none');
  expect(filingState('draft', true)).toBe('finished');
  expect(filingState('returned', true)).toBe('finished');
  expect(filingState('submitted', true)).toBe('submitted');
});

test('a page offers what can be done', () => {
  expect(possibleCommands('finished', { role: 'office_approver' })).toEqual(['save', 'take_back', 'submit']);
  expect(possibleCommands('submitted', { role: 'district_leader' })).toEqual([]);
});

describe('the round', () => {
  const open = { status: 'open' as const, opensOn: '2026-01-05', takesPart: true };
  test('is open from its opening day on, past its deadline too', () => {
    expect(roundBarrier('save', open, '2026-01-04')).toBe('round_not_open');
    expect(roundBarrier('save', open, '2026-01-05')).toBeUndefined();
    expect(roundBarrier('submit', open, '2030-01-01')).toBeUndefined();
  });
  test('when closed, and for an office left out, nothing is filed, yet what came in is settled', () => {
    const closed = { ...open, status: 'closed' as const };
    expect(roundBarrier('submit', closed, '2026-02-01')).toBe('round_closed');
    expect(roundBarrier('return', closed, '2026-02-01')).toBe('round_closed');
    expect(roundBarrier('approve', closed, '2026-02-01')).toBeUndefined();
    expect(roundBarrier('submit', { ...open, takesPart: false }, '2026-02-01')).toBe('not_taking_part');
  });
});
