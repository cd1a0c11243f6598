import { randomUUID } from 'node:crypto';
import {
  type OfficeTexts,
  type RefusedOfficeField,
  readBoundary,
  readGroup,
  readOfficeCode,
  readOfficeNames,
  readYear,
} from '#app/domain/office-entry.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findAllBoundaryChanges, insertBoundaryChanges } from '#db/queries/boundary-changes.server.ts';
import { findAllDistricts } from '#db/queries/districts.server.ts';
import { findOfficeByCode, insertOffices, type Office, updateOffice } from '#db/queries/offices.server.ts';
import { findAllPeerGroups, insertPeerGroups, updatePeerGroup } from '#db/queries/peer-groups.server.ts';
import { upsertRoundOffice } from '#db/queries/round-offices.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { districtOf, type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { DirectoryRefusal } from './directory-refusal.ts';

/** What the reviewer saw of an office before changing it, as one text. */
export function seenOfOffice(
  office: Pick<Office, 'name' | 'nameEn' | 'sortKey'>,
  group?: { name: string },
): string {
  return JSON.stringify([office.name, office.nameEn, office.sortKey, group?.name ?? '']);
}

/**
 * A new office, which files from `firstYear` on: it is left out of the rounds before, with `reason`, so that no former year
 * gets an office that has not filed. Throws DirectoryRefusal with nothing written.
 */
export function createOffice(
  scope: Scope,
  { texts, reason }: { texts: OfficeTexts; reason: (firstYear: number) => string },
): Promise<{ code: string }> {
  return withScope(scope, async (db) => {
    const [district] = await findAllDistricts(db);
    const digits = readOfficeCode(texts.code, district?.code ?? '');
    const names = readOfficeNames(texts);
    const firstYear = readYear(texts.firstYear);
    const group = await groupAt(db, texts.group);
    const { code } = digits;
    const refused = [
      ...digits.refused,
      ...names.refused,
      ...(firstYear ? [] : [{ field: 'firstYear', code: 'bad_year' } as const]),
      ...(group ? [] : [unknownGroup]),
      ...(code && (await findOfficeByCode(db, code)) ? [{ field: 'code', code: 'code_taken' } as const] : []),
    ];
    if (refused.length > 0 || !code || !names.entry || !firstYear || !group)
      throw new DirectoryRefusal({ refused });
    const office = { id: randomUUID(), code, ...names.entry, invented: false, active: true };
    await insertOffices(db, { districtId: districtOf(db), offices: [office] });
    await updatePeerGroup(db, { officeId: office.id, position: group.position });
    for (const { year } of await findAllRounds(db))
      if (year < firstYear)
        await upsertRoundOffice(db, {
          ...{ year, officeId: office.id, takesPart: false, deadline: null },
          reason: reason(firstYear),
        });
    const told = { ...names.entry, peerGroup: group.name, firstYear: String(firstYear) };
    const changes = Object.entries(told).map(([field, to]) => ({ field, from: '', to }));
    await record(db, 'office.create', office, changes);
    return { code };
  });
}

/** Other names, or another peer group. Throws DirectoryRefusal with nothing written. */
export function changeOffice(
  scope: Scope,
  { officeCode, texts, seen }: { officeCode: string; texts: OfficeTexts; seen: string },
): Promise<void> {
  return withScope(scope, async (db) => {
    const office = await lockedOffice(db, officeCode);
    const former = (await findAllPeerGroups(db)).find(({ officeIds }) => officeIds.includes(office.id));
    if (seenOfOffice(office, former) !== seen) throw new DirectoryRefusal({ whole: 'changed_meanwhile' });
    const { entry, refused } = readOfficeNames(texts);
    const group = await groupAt(db, texts.group);
    if (!entry || !group)
      throw new DirectoryRefusal({ refused: [...refused, ...(group ? [] : [unknownGroup])] });
    const pairs = [
      ...(['name', 'nameEn', 'sortKey'] as const).map((field) => ({
        field,
        from: office[field],
        to: entry[field],
      })),
      { field: 'peerGroup', from: former?.name ?? '', to: group.name },
    ];
    const changes = pairs.filter(({ from, to }) => from !== to);
    if (changes.length === 0) throw new DirectoryRefusal({ whole: 'done_already' });
    await updateOffice(db, { id: office.id, ...entry });
    await updatePeerGroup(db, { officeId: office.id, position: group.position });
    await record(db, 'office.change', office, changes);
  });
}

/** Notes that an office's figures follow another boundary from a year on. Throws DirectoryRefusal with nothing written. */
export function noteBoundary(
  scope: Scope,
  { officeCode, texts }: { officeCode: string; texts: OfficeTexts },
): Promise<void> {
  return withScope(scope, async (db) => {
    const office = await lockedOffice(db, officeCode);
    const { entry, refused } = readBoundary(texts);
    if (!entry) throw new DirectoryRefusal({ refused });
    const { year, kind, note } = entry;
    const told = await findAllBoundaryChanges(db, { from: year, to: year });
    if (told.some((each) => each.officeId === office.id && each.kind === kind))
      throw new DirectoryRefusal({ refused: [{ field: 'year', code: 'told_already' }] });
    await insertBoundaryChanges(db, [{ officeId: office.id, ...entry }]);
    await record(db, 'office.boundary', office, [
      { field: 'boundaryYear', from: '', to: String(year) },
      { field: 'boundaryKind', from: '', to: kind },
      { field: 'boundaryNote', from: '', to: note },
    ]);
  });
}

/** A new peer group after the others, without offices yet. Throws DirectoryRefusal with nothing written. */
export function createPeerGroup(scope: Scope, { texts }: { texts: OfficeTexts }): Promise<void> {
  return withScope(scope, async (db) => {
    const { entry, refused } = readGroup(texts);
    if (!entry) throw new DirectoryRefusal({ refused });
    const groups = await findAllPeerGroups(db);
    if (groups.some(({ name }) => name === entry.name))
      throw new DirectoryRefusal({ refused: [{ field: 'groupName', code: 'group_taken' }] });
    const position = Math.max(0, ...groups.map((group) => group.position)) + 1;
    await insertPeerGroups(db, [{ ...entry, position, officeIds: [] }]);
    const changes = Object.entries({ peerGroup: entry.name, basis: entry.basis }).map(([field, to]) => ({
      ...{ field, from: '', to },
    }));
    await insertAudit(db, { action: 'office.group', subject: entry.name, detail: { changes } });
  });
}

const unknownGroup: RefusedOfficeField = { field: 'group', code: 'unknown_choice' };

/** The group at the position that was chosen; an empty choice is none. Undefined where there is no such group. */
async function groupAt(
  db: ScopedDb,
  text = '',
): Promise<{ position: number | null; name: string } | undefined> {
  if (text === '') return { position: null, name: '' };
  return (await findAllPeerGroups(db)).find(({ position }) => String(position) === text);
}

async function lockedOffice(db: ScopedDb, code: string): Promise<Office> {
  const office = await findOfficeByCode(db, code, { lock: true });
  if (!office) throw new DirectoryRefusal({ whole: 'unknown_office' });
  return office;
}

function record(
  db: ScopedDb,
  action: string,
  { id, code }: Office,
  changes: { field: string; from: string; to: string }[],
): Promise<void> {
  return insertAudit(db, { action, officeId: id, subject: code, detail: { changes } });
}
