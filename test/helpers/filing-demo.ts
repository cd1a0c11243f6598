import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { openDatabase } from '#db/client.server.ts';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { demoId } from '#db/demo/ids.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { migrateToLatest } from '#db/migrate.server.ts';
import { insertAccounts } from '#db/queries/accounts.server.ts';
import { scopeOf, withScope } from '#db/scope.server.ts';
import { startDemo } from '#test/setup/demo-process.ts';

/** An office in the midst of filing: one with a draft, one whose report was returned. */
export const filers = {
  draft: { office: '440103021', preparer: 'preparer21', approver: 'approver21' },
  returned: { office: '440103016', preparer: 'preparer16', approver: 'approver16' },
};

/** The demo with a preparer and an approver in offices that are still filling in 2023, served on a port of its own. */
export async function startFilingDemo() {
  const folder = await mkdtemp(path.join(tmpdir(), 'duibiao-filing-'));
  const dataDir = path.join(folder, 'data');
  const database = await openDatabase({ dataDir });
  await migrateToLatest(database);
  await loadDemo(database);
  const actor = { id: demoId('account platform_operator'), role: 'platform_operator' as const };
  const passwordHash = await hash(demoPassword);
  await withScope(scopeOf(database, { ...actor, districtId: null, officeId: null }), (db) =>
    insertAccounts(
      db,
      Object.values(filers).flatMap(({ office, preparer, approver }) =>
        [preparer, approver].map((loginName) => ({
          id: randomUUID(),
          districtId: demoId('district'),
          officeId: demoId(`office ${office}`),
          loginName,
          displayName: loginName === preparer ? '测试·填报人' : '测试·分管领导',
          role: loginName === preparer ? ('office_preparer' as const) : ('office_approver' as const),
          locale: null,
          active: true,
          demo: true,
          passwordHash,
        })),
      ),
    ),
  );
  await database.close();
  const demo = await startDemo(dataDir);
  return {
    url: demo.url,
    async stop() {
      await demo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
