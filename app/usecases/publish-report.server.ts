import type { ScopedDb } from '#db/scope.server.ts';
import { acceptWithin } from './accept-import.server.ts';
import { findImportPlace } from './import-place.server.ts';
import { keepWithin, type ReadUpload } from './keep-report.server.ts';
import { findKeptReport, markOf } from './kept-report.server.ts';

/**
 * Publishes a report for its office as it is printed, all of it at once and without anybody looking: for setting up a district.
 * Throws ImportRefusal for a report that does not belong there.
 */
export async function publishReport(db: ScopedDb, upload: ReadUpload, now: Date): Promise<void> {
  const id = await keepWithin(db, upload, now);
  const place = await findImportPlace(db, upload, now);
  const report = typeof place === 'string' ? undefined : await findKeptReport(db, place, id);
  if (typeof place === 'string' || !report) throw new Error(`${upload.fileName} was kept and is not there.`);
  const picks = Object.fromEntries(report.items.map((item) => [item.id, 0]));
  const seen = Object.fromEntries(report.items.map((item) => [item.id, markOf(item)]));
  await acceptWithin(db, { place, report, selection: { take: 'all', picks }, seen }, now);
}
