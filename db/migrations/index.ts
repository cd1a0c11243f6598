import type { Migration } from 'kysely/migration';
import * as createDirectory from './20261123-0900-create-directory.ts';
import * as createSubmissions from './20261123-0910-create-submissions.ts';
import * as addRowSecurity from './20261123-0920-add-row-security.ts';
import * as createPeerStanding from './20261123-0930-create-peer-standing.ts';
import * as addLastVisit from './20261124-0900-add-last-visit.ts';
import * as createPeerGroups from './20261124-0910-create-peer-groups.ts';
import * as createSavedViews from './20261124-0920-create-saved-views.ts';
import * as createBoundaryChanges from './20261124-0930-create-boundary-changes.ts';
import * as createPeerFigures from './20261124-0940-create-peer-figures.ts';
import * as createFiling from './20261124-1000-create-filing.ts';
import * as addRules from './20261124-1010-add-rules.ts';
import * as chainAudit from './20261124-1020-chain-audit.ts';
import * as createFrameworkDrafts from './20261124-1030-create-framework-drafts.ts';
import * as carryReviewedScores from './20261124-1040-carry-reviewed-scores.ts';
import * as keepFirstSubmission from './20261124-1050-keep-first-submission.ts';
import * as createEvidenceFiles from './20261129-0900-create-evidence-files.ts';
import * as limitAccountChanges from './20261129-0910-limit-account-changes.ts';
import * as addDistrictTable from './20261129-0920-add-district-table.ts';
import * as keepOriginals from './20261129-0930-keep-originals.ts';
import * as markIssuedPasswords from './20261129-0940-mark-issued-passwords.ts';
import * as floorCarriedScores from './20261129-0950-floor-carried-scores.ts';
import * as removeUnusedOriginals from './20261129-1010-remove-unused-originals.ts';

/** Every migration in order. A released one is never edited; a change is a new file. */
export const migrations: Record<string, Migration> = {
  '20261123-0900-create-directory': createDirectory,
  '20261123-0910-create-submissions': createSubmissions,
  '20261123-0920-add-row-security': addRowSecurity,
  '20261123-0930-create-peer-standing': createPeerStanding,
  '20261124-0900-add-last-visit': addLastVisit,
  '20261124-0910-create-peer-groups': createPeerGroups,
  '20261124-0920-create-saved-views': createSavedViews,
  '20261124-0930-create-boundary-changes': createBoundaryChanges,
  '20261124-0940-create-peer-figures': createPeerFigures,
  '20261124-1000-create-filing': createFiling,
  '20261124-1010-add-rules': addRules,
  '20261124-1020-chain-audit': chainAudit,
  '20261124-1030-create-framework-drafts': createFrameworkDrafts,
  '20261124-1040-carry-reviewed-scores': carryReviewedScores,
  '20261124-1050-keep-first-submission': keepFirstSubmission,
  '20261129-0900-create-evidence-files': createEvidenceFiles,
  '20261129-0910-limit-account-changes': limitAccountChanges,
  '20261129-0920-add-district-table': addDistrictTable,
  '20261129-0930-keep-originals': keepOriginals,
  '20261129-0940-mark-issued-passwords': markIssuedPasswords,
  '20261129-0950-floor-carried-scores': floorCarriedScores,
  '20261129-1010-remove-unused-originals': removeUnusedOriginals,
};

/** Where the migrator keeps its books, apart from the product's tables. */
export const migrationSchema = 'duibiao_migrations';

export const lastMigration = Object.keys(migrations).sort().at(-1) ?? '';
