import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeChanges } from '#app/domain/form/merge.ts';
import {
  afterPost,
  pendingChanges,
  receive,
  restore,
  settle,
  unsavedChanges,
  type WorkingCopy,
  workingCopy,
  write,
} from './working-copy.ts';

const nobody = { conflicts: [], refused: [] };

test('what is typed is pending until the server has it', () => {
  const typed = write(workingCopy(1, { a: '1' }), { a: '2', b: '3' });
  const changes = pendingChanges(typed);
  expect(changes).toEqual([
    { field: 'a', from: '1', to: '2' },
    { field: 'b', from: '', to: '3' },
  ]);
  const saved = receive(typed, changes, { version: 2, fields: { a: '2', b: '3' }, ...nobody });
  expect(pendingChanges(saved)).toEqual([]);
  expect(saved.version).toBe(2);
});

test('what is typed while a save is under way goes with the next, from what was saved', () => {
  const typed = write(workingCopy(1, {}), { a: '1' });
  const sent = pendingChanges(typed);
  const more = receive(write(typed, { a: '12' }), sent, { version: 2, fields: { a: '1' }, ...nobody });
  expect(more.values.a).toBe('12');
  expect(pendingChanges(more)).toEqual([{ field: 'a', from: '1', to: '12' }]);
});

test('others’ texts appear where the reader has nothing unsaved, and never over what is typed', () => {
  const typed = write(workingCopy(1, { a: '1', b: '1' }), { b: 'mine' });
  const told = receive(typed, [], { version: 2, fields: { a: 'theirs', b: 'theirs' }, ...nobody });
  expect(told.values).toEqual({ a: 'theirs', b: 'mine' });
  expect([...told.news]).toEqual(['a']);
  expect(pendingChanges(told)).toEqual([{ field: 'b', from: '1', to: 'mine' }]);
});

test('news that a later answer has overtaken changes nothing', () => {
  const copy = workingCopy(5, { a: 'new' });
  expect(receive(copy, [], { version: 4, fields: { a: 'old' }, ...nobody })).toBe(copy);
});

test('a conflict waits for the reader, who keeps either text', () => {
  const typed = write(workingCopy(1, { a: '1' }), { a: 'mine' });
  const conflict = { field: 'a', theirs: 'theirs', by: '某人', at: '2024-01-02T03:04:05Z' };
  const told = receive(typed, pendingChanges(typed), {
    version: 2,
    fields: { a: 'theirs' },
    conflicts: [conflict],
    refused: [],
  });
  expect([told.values.a, pendingChanges(told), unsavedChanges(told).length]).toEqual(['mine', [], 1]);
  expect(pendingChanges(settle(told, 'a', 'mine'))).toEqual([{ field: 'a', from: 'theirs', to: 'mine' }]);
  const given = settle(told, 'a', 'theirs');
  expect([given.values.a, unsavedChanges(given)]).toEqual(['theirs', []]);
});

test('what the server does not take stays on the page and is sent again only when it changes', () => {
  const typed = write(workingCopy(1, {}), { a: 'far too long' });
  const refused = [{ field: 'a', to: 'far too long', refusal: 'too_long' as const }];
  const told = receive(typed, pendingChanges(typed), { version: 1, fields: {}, conflicts: [], refused });
  expect([told.values.a, pendingChanges(told), unsavedChanges(told).length]).toEqual(['far too long', [], 1]);
  expect(pendingChanges(write(told, { a: 'long' }))).toEqual([{ field: 'a', from: '', to: 'long' }]);
});

test('what an earlier visit left comes back with its base, unless it is stored by now', () => {
  const { copy, restored } = restore(workingCopy(3, { a: 'saved since', b: 'theirs' }), [
    { field: 'a', from: '', to: 'saved since' },
    { field: 'b', from: '', to: 'mine' },
  ]);
  expect(restored).toEqual(['b']);
  expect(pendingChanges(copy)).toEqual([{ field: 'b', from: '', to: 'mine' }]);
});

test('after a plain post the reader’s texts stand in the fields', () => {
  const conflict = { field: 'a', mine: 'mine', theirs: 'theirs', by: null, at: null };
  const copy = afterPost(workingCopy(2, { a: 'theirs' }), [conflict], []);
  expect([copy.values.a, copy.stored.a, copy.conflicts.a]).toEqual([
    'mine',
    'theirs',
    { theirs: 'theirs', by: null, at: null },
  ]);
});

/** Two people at one form with a plain server between them: whatever they type and save, in any order. */
test('no text is overwritten that its second writer has not seen', () => {
  const step = fc.record({
    who: fc.nat(1),
    act: fc.constantFrom('type', 'save', 'look', 'mine', 'theirs'),
    field: fc.constantFrom('a', 'b'),
    text: fc.constantFrom('', '1', '2', '3'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let stored: Record<string, string> = {};
      let version = 1;
      const copies: WorkingCopy[] = [workingCopy(1, {}), workingCopy(1, {})];
      for (const { who, act, field, text } of steps) {
        let copy = copies[who] as WorkingCopy;
        if (act === 'type') copy = write(copy, { [field]: text });
        if (act === 'mine' || act === 'theirs') copy = settle(copy, field, act);
        if (act === 'save' || act === 'look') {
          const sent = act === 'save' ? pendingChanges(copy) : [];
          // Whoever overwrites a text has had it before their eyes.
          for (const { field: at, from } of sent) expect(copy.stored[at] ?? '').toBe(from);
          const { fields, applied, conflicts } = mergeChanges(stored, sent);
          for (const { field: at, from } of applied) expect(stored[at] ?? '').toBe(from);
          stored = fields;
          if (applied.length > 0) version += 1;
          copy = receive(copy, sent, {
            version,
            fields,
            conflicts: conflicts.map((one) => ({ field: one.field, theirs: one.stored, by: null, at: null })),
            refused: [],
          });
        }
        copies[who] = copy;
      }
      for (const copy of copies) {
        const unsaved = new Set(unsavedChanges(copy).map(({ field }) => field));
        for (const field of ['a', 'b'])
          if (!unsaved.has(field)) expect(copy.values[field] ?? '').toBe(copy.stored[field] ?? '');
      }
    }),
    { numRuns: 500 },
  );
});
