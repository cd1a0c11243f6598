import type { ItemConflict } from '#app/domain/report-import/chosen-changes.ts';
import type { FindingView } from '#app/usecases/report-card.server.ts';

/** What a form was answered with, where it led nowhere else: nothing has been written, and what was ticked is kept. */
export interface ReadingAnswer {
  refused?: string;
  conflicts: ItemConflict[];
  ticked: string[];
  picks: Record<string, number>;
  /** What the checks would say of what is ticked. */
  findings?: FindingView[];
}
