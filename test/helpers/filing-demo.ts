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
import { insertOffices } from '#db/queries/offices.server.ts';
import { type ScopedDb, scopeOf, withScope } from '#db/scope.server.ts';
import { startDemo } from '#test/setup/demo-process.ts';

/** An office in the midst of filing: one with a draft, one whose report was returned. */
export const filers = {
  draft: { office: '440103021', preparer: 'preparer21', approver: 'approver21' },
  returned: { office: '440103016', preparer: 'preparer16', approver: 'approver16' },
};
type Filer = (typeof filers)[keyof typeof filers];

/** An office by the name of one whose published report is at hand, which has filed nothing yet; nobody has its code. */
export const newcomer: Filer & { name: string } = {
  ...{ office: '440103099', name: '嘉禾街道', preparer: 'preparer99', approver: 'approver99' },
};

/**
 * The demo with a preparer and an approver in offices that are still filling in 2023, served on a port of its own; with
 * `newcomer` among them where a test asks for it.
 */
export async function startFilingDemo({ withNewcomer = false } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'duibiao-filing-'));
  const dataDir = path.join(folder, 'data');
  const database = await openDatabase({ dataDir });
  await migrateToLatest(database);
  await loadDemo(database);
  const actor = { id: demoId('account platform_operator'), role: 'platform_operator' as const };
  const passwordHash = await hash(demoPassword);
  await withScope(scopeOf(database, { ...actor, districtId: null, officeId: null }), async (db) => {
    if (withNewcomer) await insertNewcomer(db);
    await insertAccounts(
      db,
      [...Object.values(filers), ...(withNewcomer ? [newcomer] : [])].flatMap(
        ({ office, preparer, approver }) =>
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
    );
  });
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

async function insertNewcomer(db: ScopedDb): Promise<void> {
  const { office: code, name } = newcomer;
  const office = { id: demoId(`office ${code}`), code, name, nameEn: '', sortKey: 'zz', invented: true };
  await insertOffices(db, { districtId: demoId('district'), offices: [{ ...office, active: true }] });
}
