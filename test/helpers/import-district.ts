import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Role } from '#app/domain/access.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import type { UploadedReport } from '#app/usecases/keep-report.server.ts';
import { kyselyOf } from '#db/client.server.ts';
import { insertAccounts } from '#db/queries/accounts.server.ts';
import { insertDistrict } from '#db/queries/districts.server.ts';
import { insertFramework } from '#db/queries/frameworks.server.ts';
import { insertOffices } from '#db/queries/offices.server.ts';
import { insertRound } from '#db/queries/rounds.server.ts';
import type { Database } from '#db/schema.ts';
import { type Scope, scopeOf, withScope } from '#db/scope.server.ts';
import type { TestDatabase } from './database.ts';

export const importNow = new Date('2024-10-20T03:00:00Z');

export type ImportOffice = 'baihedong' | 'jiahe';
const names = { baihedong: '白鹤洞街道', jiahe: '嘉禾街道' } as const;

export interface ImportDistrict {
  id: string;
  offices: Record<ImportOffice, { id: string; code: string; name: string }>;
  reviewer: Scope;
  leader: Scope;
  preparers: Record<ImportOffice, Scope>;
  approver: Scope;
}

/** A district with the two offices whose reports are at hand, an open round of 2023 and 2022, and a closed one of 2021. */
export async function insertImportDistrict(
  { database }: TestDatabase,
  { code = '990301' } = {},
): Promise<ImportDistrict> {
  const id = randomUUID();
  const officeOf = (name: ImportOffice, number: number) => ({
    ...{ id: randomUUID(), code: `${code.slice(0, 4)}0${code.at(-1)}00${number}`, name: names[name] },
  });
  const offices = { baihedong: officeOf('baihedong', 1), jiahe: officeOf('jiahe', 2) };
  const scope = (role: Role, officeId: string | null = null) =>
    scopeOf(database, {
      ...{ id: randomUUID(), role, officeId },
      districtId: role === 'platform_operator' ? null : id,
    });
  const reviewer = scope('district_reviewer');
  const preparers = {
    baihedong: scope('office_preparer', offices.baihedong.id),
    jiahe: scope('office_preparer', offices.jiahe.id),
  };
  await withScope(scope('platform_operator'), async (db) => {
    await insertDistrict(db, { id, code, name: '试验区', nameEn: 'Test District' });
    await insertOffices(db, {
      districtId: id,
      offices: Object.values(offices).map((office) => ({
        ...office,
        ...{ nameEn: '', sortKey: office.code, invented: false, active: true },
      })),
    });
    await insertAccounts(db, [
      accountOf(reviewer, `${code}-reviewer`),
      accountOf(preparers.baihedong, `${code}-baihedong`),
      accountOf(preparers.jiahe, `${code}-jiahe`),
    ]);
  });
  await withScope(reviewer, async (db) => {
    for (const year of [2021, 2022, 2023]) {
      const frameworkId = await insertFramework(db, { ...guangdong2023, year });
      const status = year === 2021 ? 'closed' : 'open';
      await insertRound(db, { ...round, year, frameworkId, status });
    }
  });
  const [leader, approver] = [scope('district_leader'), scope('office_approver', offices.baihedong.id)];
  return { id, offices, reviewer, leader, preparers, approver };
}

const round = {
  opensOn: '2024-08-01',
  deadline: '2024-10-31',
  peerView: 'aggregate',
  executionTarget: null,
} as const;

/** The report of an office as it is uploaded; `replaced`: other words in place of its own. */
export function reportOf(
  { offices }: ImportDistrict,
  name: ImportOffice,
  { year = 2023, replaced = {} }: { year?: number; replaced?: Record<string, string> } = {},
): UploadedReport {
  const file = readFileSync(new URL(`../fixtures/reports/${name}-2023.txt`, import.meta.url), 'utf8');
  const words = { ...(year !== 2023 && { 2023: String(year) }), ...replaced };
  const text = Object.entries(words).reduce((all, [one, other]) => {
    if (!all.includes(one)) throw new Error(`The report does not say “${one}”.`);
    return all.replaceAll(one, other);
  }, file);
  const bytes = new TextEncoder().encode(text);
  return { fileName: `${name}-2023.txt`, bytes, officeCode: offices[name].code, year };
}

const written: (keyof Database)[] = [
  ...(['documents', 'document_files', 'submissions', 'revisions', 'money_figures', 'findings'] as const),
  ...(['quotes', 'drafts', 'audit'] as const),
];

/** Rows of every table that an import may write. */
export async function importRows({ owner }: TestDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of written) {
    const count = kyselyOf(owner)
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('rows'));
    counts[table] = Number((await count.executeTakeFirstOrThrow()).rows);
  }
  return counts;
}

function accountOf({ accountId, districtId, officeId, role }: Scope, loginName: string) {
  return {
    ...{ id: accountId ?? '', districtId, officeId, role, loginName, displayName: loginName },
    ...{ locale: null, active: true, demo: false, passwordHash: '$argon2id$test' },
  };
}
