import { readFile } from 'node:fs/promises';
import { hash } from '@node-rs/argon2';
import { findFindings } from '#app/domain/findings.ts';
import { readUploaded } from '#app/usecases/keep-report.server.ts';
import { publishReport } from '#app/usecases/publish-report.server.ts';
import type { DatabaseHandle } from '../client.server.ts';
import { type Account, insertAccounts } from '../queries/accounts.server.ts';
import { insertAudit } from '../queries/audit.server.ts';
import { insertBoundaryChanges } from '../queries/boundary-changes.server.ts';
import { findDistrictByCode, insertDistrict } from '../queries/districts.server.ts';
import { insertEvidenceFile, updateEvidenceSent } from '../queries/evidence-files.server.ts';
import { insertFramework } from '../queries/frameworks.server.ts';
import { insertOffices } from '../queries/offices.server.ts';
import { insertPeerGroups } from '../queries/peer-groups.server.ts';
import { insertRound, type Round } from '../queries/rounds.server.ts';
import { insertSavedView } from '../queries/saved-views.server.ts';
import { insertHistories, type SubmissionHistory } from '../queries/submission-history.server.ts';
import { readScope, type ScopedDb, type ScopedStep, scopeOf, withScopesInTurn } from '../scope.server.ts';
import { type DemoAccount, demoAccounts, demoPassword } from './accounts.server.ts';
import { inventedBoundaryChanges } from './boundaries.ts';
import { demoEvidence } from './evidence.ts';
import { type DemoSubmission, deadlineOf, frameworkOf, generateSubmissions } from './generate.ts';
import { demoId } from './ids.server.ts';
import { type DemoYear, demoDistrict, demoYears, inventedOffices, realOffices } from './offices.ts';
import { demoPeerGroups } from './peer-groups.ts';

export interface DemoLoad {
  /** False when the district was there already and nothing was done. */
  loaded: boolean;
  submissions: number;
}

const districtId = demoId('district');
const offices = [...realOffices, ...inventedOffices];
const reports = [
  { office: realOffices[0], fileName: 'baihedong-2023.txt' },
  { office: realOffices[1], fileName: 'jiahe-2023.txt' },
];

/**
 * Loads the demo district into a migrated database, all or nothing; does nothing when it is there. Whoever reads the
 * published reports at `now` is the demo reviewer. Throws ConstraintError when a login name of the demo is taken.
 */
export async function loadDemo(database: DatabaseHandle, now = new Date()): Promise<DemoLoad> {
  const operator = scopeOf(database, actorOf('platform_operator'));
  const reviewer = scopeOf(database, actorOf('district_reviewer'));
  const known = await readScope(operator, (db) => findDistrictByCode(db, demoDistrict.code));
  if (known) return { loaded: false, submissions: 0 };

  const accounts = await Promise.all(demoAccounts.map(toAccount));
  const submissions = generateSubmissions();
  const imports = await Promise.all(reports.map(readPublicReport));
  await withScopesInTurn([
    { scope: operator, run: (db) => addDirectory(db, accounts) },
    {
      scope: reviewer,
      run: async (db) => {
        await addRounds(db);
        await insertBoundaryChanges(
          db,
          inventedBoundaryChanges.map(({ officeCode, ...change }) => ({
            ...change,
            officeId: officeIdOf(officeCode),
          })),
        );
        await addGroupsAndView(db);
        await insertHistories(db, submissions.map(toHistory));
        const reviewed = submissions.flatMap(reviewSteps).toSorted((a, b) => (a.at < b.at ? -1 : 1));
        for (const step of reviewed) await insertAudit(db, step);
        for (const report of imports) await publishReport(db, report, now);
      },
    },
    ...evidenceSteps(database, submissions),
  ]);
  await database.flush();
  return { loaded: true, submissions: submissions.length + imports.length };
}

function actorOf(role: 'platform_operator' | 'district_reviewer') {
  const district = role === 'platform_operator' ? null : districtId;
  return { id: demoId(`account ${role}`), role, districtId: district, officeId: null };
}

async function toAccount({ office, ...account }: DemoAccount): Promise<Account & { passwordHash: string }> {
  return {
    ...account,
    id: demoId(`account ${account.role}`),
    districtId: account.role === 'platform_operator' ? null : districtId,
    officeId: office ? officeIdOf(office.code) : null,
    locale: null,
    active: true,
    demo: true,
    passwordHash: await hash(demoPassword),
  };
}

async function readPublicReport({ office, fileName }: { office?: { code: string }; fileName: string }) {
  const bytes = await readFile(new URL(`./reports/${fileName}`, import.meta.url));
  return readUploaded({ fileName, bytes, officeCode: office?.code ?? '', year: 2023 });
}

async function addDirectory(db: ScopedDb, accounts: (Account & { passwordHash: string })[]): Promise<void> {
  await insertDistrict(db, { id: districtId, ...demoDistrict });
  await insertOffices(db, {
    districtId,
    offices: offices.map((office) => ({
      ...directoryEntry(office),
      id: officeIdOf(office.code),
      active: true,
    })),
  });
  await insertAccounts(db, accounts);
  await insertAudit(db, { districtId, officeId: null, action: 'demo.load', subject: demoDistrict.name });
}

function directoryEntry({ code, name, nameEn, sortKey, invented }: (typeof offices)[number]) {
  return { code, name, nameEn, sortKey, invented };
}

async function addRounds(db: ScopedDb): Promise<void> {
  for (const year of demoYears) {
    const frameworkId = await insertFramework(db, { ...frameworkOf(year), id: demoId(`framework ${year}`) });
    await insertRound(db, {
      year,
      frameworkId,
      opensOn: `${year + 1}-08-01`,
      deadline: deadlineOf(year),
      status: year === demoYears.at(-1) ? 'open' : 'closed',
      peerView: peerViewOf(year),
      executionTarget: '95',
    });
  }
}

/** Each policy is to be seen in some year. */
function peerViewOf(year: DemoYear): Round['peerView'] {
  if (year === 2023) return 'coded';
  return year === 2022 ? 'named' : 'aggregate';
}

async function addGroupsAndView(db: ScopedDb): Promise<void> {
  await insertPeerGroups(
    db,
    demoPeerGroups.map(({ offices: numbers, ...group }) => ({
      ...group,
      officeIds: numbers.map((number) =>
        officeIdOf(`${demoDistrict.code}${String(number).padStart(3, '0')}`),
      ),
    })),
  );
  const query = 'sort=execution_rate&shade=execution_rate&of=execution_rate&min=&max=95';
  await insertSavedView(db, { name: '执行率未达95%', query, shared: true });
}

function toHistory({
  officeCode,
  year,
  status,
  revisions,
  approvedAt,
  review,
}: DemoSubmission): SubmissionHistory {
  const officeName = inventedOffices.find((office) => office.code === officeCode)?.name;
  const last = revisions.at(-1);
  return {
    officeId: officeIdOf(officeCode),
    year,
    status,
    origin: 'invented',
    submittedAt: status === 'draft' ? null : (last?.createdAt ?? null),
    approvedAt: approvedAt ?? null,
    returnReason: last?.returned?.reason ?? null,
    revisions: revisions.map((revision) => ({
      content: revision.content,
      createdAt: revision.createdAt,
      findings: findFindings(revision.content, { framework: frameworkOf(year), year, officeName }),
      reviewed: revision === last ? review?.scores : undefined,
    })),
  };
}

/** Files of offices without an account; each office's own people alone may attach them. */
function evidenceSteps(database: DatabaseHandle, submissions: readonly DemoSubmission[]): ScopedStep[] {
  return demoEvidence().map(({ officeCode, ...file }) => {
    const officeId = officeIdOf(officeCode);
    const sent = submissions.find((each) => each.officeCode === officeCode && each.year === file.year);
    const at = sent?.revisions.at(-1)?.createdAt ?? '';
    const key = { officeId, year: file.year };
    return {
      scope: scopeOf(database, { id: null, role: 'office_preparer', districtId, officeId }),
      run: async (db) => {
        await insertEvidenceFile(db, { ...key, ...file, at });
        await updateEvidenceSent(db, { ...key, revision: sent?.revisions.length ?? 0 });
      },
    };
  });
}

/** The trail of what the reviewer did: every return and approval, at its time, with the reasons. */
function reviewSteps({ officeCode, year, revisions, approvedAt, review }: DemoSubmission) {
  const of = { officeId: officeIdOf(officeCode), subject: `${officeCode}/${year}` };
  const returns = revisions.flatMap(({ returned }, index) =>
    returned
      ? [
          {
            ...of,
            action: 'submission.return',
            at: returned.at,
            detail: { revision: index + 1, reason: returned.reason },
          },
        ]
      : [],
  );
  const changes = Object.entries(review?.reasons ?? {}).map(([node, reason]) => ({
    ...{ field: `scores.${node}.reviewed`, from: '', to: review?.scores[node] ?? '', reason },
  }));
  const detail = { revision: revisions.length, changes };
  return [
    ...returns,
    ...(approvedAt ? [{ ...of, action: 'submission.approve', at: approvedAt, detail }] : []),
  ];
}

function officeIdOf(code: string): string {
  return demoId(`office ${code}`);
}
