import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeChanges, storable } from './merge.ts';

test('a change goes where its writer saw what is stored', () => {
  expect(mergeChanges({ goal: '旧' }, [{ field: 'goal', from: '旧', to: '新' }])).toEqual({
    fields: { goal: '新' },
    applied: [{ field: 'goal', from: '旧', to: '新' }],
    conflicts: [],
  });
});

test('a field that somebody else has changed keeps his words, and both are told', () => {
  expect(mergeChanges({ goal: '他的' }, [{ field: 'goal', from: '旧', to: '我的' }])).toEqual({
    fields: { goal: '他的' },
    applied: [],
    conflicts: [{ field: 'goal', from: '旧', to: '我的', stored: '他的' }],
  });
});

test('the same words from two people are no conflict, nor is a repeated request', () => {
  const { fields, applied, conflicts } = mergeChanges({ goal: '新' }, [
    { field: 'goal', from: '旧', to: '新' },
  ]);
  expect({ fields, applied, conflicts }).toEqual({
    fields: { goal: '新' },
    applied: [{ field: 'goal', from: '新', to: '新' }],
    conflicts: [],
  });
});

test('an emptied field is left out, and only against what its writer saw', () => {
  expect(mergeChanges({ goal: '旧' }, [{ field: 'goal', from: '旧', to: '' }]).fields).toEqual({});
  expect(mergeChanges({ goal: '他的' }, [{ field: 'goal', from: '旧', to: '' }]).fields).toEqual({
    goal: '他的',
  });
});

test('two changes of one field in one request follow each other', () => {
  const changes = [
    { field: 'goal', from: '', to: 'a' },
    { field: 'goal', from: 'a', to: 'b' },
    { field: 'goal', from: 'a', to: 'c' },
  ];
  expect(mergeChanges({}, changes)).toMatchObject({
    fields: { goal: 'b' },
    conflicts: [{ to: 'c', stored: 'b' }],
  });
});

test('line ends of a browser’s form and signs that no database keeps make no difference', () => {
  expect(storable('a\r\nb\rc\0\ud800😀')).toBe('a\nb\nc\ufffd😀');
  const { conflicts, fields } = mergeChanges({ goal: 'a\nb' }, [
    { field: 'goal', from: 'a\r\nb', to: 'c\r\nd' },
  ]);
  expect({ conflicts, fields }).toEqual({ conflicts: [], fields: { goal: 'c\nd' } });
});

test('every change is applied or told, and no field changes that was not applied', () => {
  const text = fc.constantFrom('', 'a', 'b', 'c');
  const field = fc.constantFrom('goal', 'functions', 'months.1');
  fc.assert(
    fc.property(
      fc.dictionary(field, text),
      fc.array(fc.record({ field, from: text, to: text })),
      (stored, changes) => {
        const { fields, applied, conflicts } = mergeChanges(stored, changes);
        expect(applied.length + conflicts.length).toBe(changes.length);
        const replayed = new Map<string, string>(Object.entries(stored));
        for (const change of applied) {
          expect(change.from).toBe(replayed.get(change.field) ?? '');
          replayed.set(change.field, change.to);
        }
        for (const one of ['goal', 'functions', 'months.1'])
          expect(fields[one] ?? '').toBe(replayed.get(one) ?? '');
      },
    ),
  );
});
