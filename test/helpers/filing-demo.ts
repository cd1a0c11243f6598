import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { demoId } from '#db/demo/ids.server.ts';
import { insertAccounts } from '#db/queries/accounts.server.ts';
import { insertOffices } from '#db/queries/offices.server.ts';
import { type ScopedDb, scopeOf, withScope } from '#db/scope.server.ts';
import { ownDemo } from './own-demo.ts';

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
 * A demo of the test file's own with a preparer and an approver in offices that are still filling in 2023; with `newcomer` among them
 * where a test asks for it.
 */
export function filingDemo({ withNewcomer = false } = {}): { readonly url: string } {
  const offices = withNewcomer ? [...Object.values(filers), newcomer] : Object.values(filers);
  return ownDemo({
    prepare: async (database) => {
      const actor = { id: demoId('account platform_operator'), role: 'platform_operator' as const };
      const passwordHash = await hash(demoPassword);
      await withScope(scopeOf(database, { ...actor, districtId: null, officeId: null }), async (db) => {
        if (withNewcomer) await insertNewcomer(db);
        await insertAccounts(
          db,
          offices.flatMap((filer) => accountsOf(filer).map((account) => ({ ...account, passwordHash }))),
        );
      });
    },
  });
}

function accountsOf({ office, preparer, approver }: Filer) {
  const shared = {
    ...{ districtId: demoId('district'), officeId: demoId(`office ${office}`) },
    ...{ locale: null, active: true, demo: true },
  };
  return [
    { loginName: preparer, displayName: '测试·填报人', role: 'office_preparer' as const },
    { loginName: approver, displayName: '测试·分管领导', role: 'office_approver' as const },
  ].map((account) => ({ id: randomUUID(), ...shared, ...account }));
}

async function insertNewcomer(db: ScopedDb): Promise<void> {
  const { office: code, name } = newcomer;
  const office = { id: demoId(`office ${code}`), code, name, nameEn: '', sortKey: 'zz', invented: true };
  await insertOffices(db, { districtId: demoId('district'), offices: [{ ...office, active: true }] });
}
