import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts } from '#test/helpers/two-districts.ts';
import { kyselyOf } from '../client.server.ts';
import { readScope, withScope } from '../scope.server.ts';
import { findFramework, insertFramework } from './frameworks.server.ts';
import { insertRound } from './rounds.server.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a framework is read as it was written, its rules with it; one that is no rule is refused', async () => {
  const { home } = await insertTwoDistricts(database.database);
  const id = await withScope(home.reviewer, async (db) => {
    const frameworkId = await insertFramework(db, guangdong2023);
    await insertRound(db, {
      year: 2023,
      frameworkId,
      opensOn: '2024-08-01',
      deadline: '2024-10-31',
      status: 'open',
      peerView: 'named',
      executionTarget: null,
    });
    return frameworkId;
  });
  const read = () => readScope(home.leader, (db) => findFramework(db, 2023));
  expect(numbered(await read())).toEqual(numbered(guangdong2023));

  await sql`update indicators set rule = '{"kind": "magic"}' where framework_id = ${id} and code = 'management'`.execute(
    kyselyOf(database.owner),
  );
  await expect(read()).rejects.toThrow();
});

/** Weights come back with the database's decimals. */
function numbered(framework: Awaited<ReturnType<typeof findFramework>>) {
  return (
    framework && {
      ...framework,
      totalWeight: Number(framework.totalWeight),
      nodes: framework.nodes.map((node) => ({ ...node, weight: Number(node.weight) })),
    }
  );
}
