import { createHash } from 'node:crypto';
import { insertAudit } from '#db/queries/audit.server.ts';
import { insertBoundaryChanges } from '#db/queries/boundary-changes.server.ts';
import { insertComment } from '#db/queries/comments.server.ts';
import { insertDocument } from '#db/queries/documents.server.ts';
import { upsertDraft } from '#db/queries/drafts.server.ts';
import { insertEvidenceFile, updateEvidenceSent } from '#db/queries/evidence-files.server.ts';
import { insertFrameworkDraft } from '#db/queries/framework-drafts.server.ts';
import { insertPeerGroups } from '#db/queries/peer-groups.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { upsertRoundOffice } from '#db/queries/round-offices.server.ts';
import { insertSavedView } from '#db/queries/saved-views.server.ts';
import { insertSession } from '#db/queries/sessions.server.ts';
import { type Scope, withScope, withSignIn } from '#db/scope.server.ts';
import type { TestDatabase } from './database.ts';
import { fullContent, insertTwoDistricts, type TestDistrict, type TwoDistricts } from './two-districts.ts';

/** Two districts in which every office has submitted for 2025 and every table holds rows of every tenant. */
export async function insertFilledDistricts(
  { database }: TestDatabase,
  options: { offices?: number } = {},
): Promise<TwoDistricts> {
  const districts = await insertTwoDistricts(database, options);
  const { operator, home, foreign } = districts;
  const scopes = [operator, ...scopesOf(home), ...scopesOf(foreign)];
  for (const { accountId } of scopes) {
    if (accountId === null) continue;
    await withSignIn(database, { accountId }, (db) =>
      insertSession(db, {
        id: createHash('sha256').update(accountId).digest('hex'),
        accountId,
        expiresAt: '2099-01-01T00:00:00.000Z',
      }),
    );
  }
  for (const district of [home, foreign]) {
    await fill(district);
    await fillDrafts(district);
    await attachFiles(district);
    await saveViews(district);
  }
  return districts;
}

export function scopesOf({ leader, reviewer, preparers, approvers }: TestDistrict): Scope[] {
  return [leader, reviewer, ...preparers, ...approvers];
}

function fill({ reviewer, offices, canary }: TestDistrict): Promise<void> {
  return withScope(reviewer, async (db) => {
    await insertAudit(db, { action: 'round.open', subject: '2025' });
    await insertPeerGroups(db, [peerGroupOf(canary, offices.slice(0, 2))]);
    await insertFrameworkDraft(db, {
      year: 2026,
      content: { ...emptyDraft, name: `${canary}指标体系草稿` },
      at: '2026-11-01T00:00:00Z',
    });
    for (const { id: officeId, canary } of offices) {
      const { id: documentId } = await insertDocument(db, {
        officeId,
        year: 2025,
        fileName: `${canary}自评报告.docx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        sha256: createHash('sha256').update(canary).digest('hex'),
        text: `${canary}全文`,
        content: new TextEncoder().encode(`${canary}原件`),
        at: '2026-02-01T00:00:00.000Z',
      });
      await insertRevision(db, {
        officeId,
        year: 2025,
        status: 'submitted',
        origin: 'invented',
        content: fullContent(canary),
        findings: [
          { check: 'sub_units_count', severity: 'warning', fields: ['sub_units'], evidence: `${canary}证据` },
        ],
        quotes: { goal: { text: `${canary}目标`, start: 0, end: 2 } },
        preparer: { name: `${canary}填报人`, phone: '020-00000000' },
        documentId,
      });
      await insertBoundaryChanges(db, [
        { officeId, year: 2025, kind: 'boundary', note: `${canary}调整辖区`, noteEn: canary },
      ]);
      await insertComment(db, {
        ...{ officeId, year: 2025, revision: 1, field: 'goal', text: `${canary}意见` },
        at: '2026-04-01T00:00:00Z',
      });
      await upsertRoundOffice(db, {
        ...{ year: 2025, officeId, takesPart: true, deadline: '2026-04-30', reason: `${canary}延期` },
      });
      await insertAudit(db, { action: 'submission.submit', subject: `${canary}2025`, officeId });
    }
  });
}

/** What every office is writing, seen by itself alone. */
async function fillDrafts({ preparers, offices }: TestDistrict): Promise<void> {
  for (const [index, scope] of preparers.entries())
    await withScope(scope, (db) =>
      upsertDraft(db, {
        officeId: scope.officeId ?? '',
        year: 2025,
        version: 0,
        baseRevision: 1,
        fields: { goal: `${offices[index]?.canary}草稿` },
        at: '2026-03-01T00:00:00Z',
      }),
    );
}

/** At every office a file that was sent and one that was not. */
async function attachFiles({ preparers, offices }: TestDistrict): Promise<void> {
  for (const [index, scope] of preparers.entries())
    await withScope(scope, async (db) => {
      const key = { officeId: scope.officeId ?? '', year: 2025 };
      const attach = (name: string) =>
        insertEvidenceFile(db, {
          ...{ ...key, node: 'a11', mediaType: 'application/pdf', at: '2026-03-02T00:00:00Z' },
          fileName: `${offices[index]?.canary}${name}.pdf`,
          ...evidenceContent(`${offices[index]?.canary}${name}`),
        });
      await attach('已报佐证');
      await updateEvidenceSent(db, { ...key, revision: 1 });
      await attach('未报佐证');
    });
}

/** Content with its hash; a PDF as far as its first and last bytes tell. */
export function evidenceContent(text: string): { content: Buffer; sha256: string } {
  const content = Buffer.from(`%PDF-1.4\n${text}\n%%EOF`);
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
}

/** One for oneself and one for the district, by the leader and by the reviewer. */
async function saveViews({ leader, reviewer, canary }: TestDistrict): Promise<void> {
  for (const scope of [leader, reviewer])
    for (const shared of [false, true])
      await withScope(scope, (db) =>
        insertSavedView(db, {
          name: `${canary}${shared ? '共享' : '自用'}视图`,
          query: 'sort=office',
          shared,
        }),
      );
}

const emptyDraft = {
  nameEn: '',
  totalWeight: '100',
  basis: { year: 2024, version: 1 },
  nodes: [],
};

function peerGroupOf(canary: string, offices: TestDistrict['offices']) {
  return {
    position: 1,
    name: `${canary}对标组`,
    nameEn: 'Peers',
    basis: `${canary}依据`,
    basisEn: 'a basis',
    officeIds: offices.map(({ id }) => id),
  };
}
