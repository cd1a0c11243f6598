import { type RoundTexts, readReason, readRoundRules } from '#app/domain/round-entry.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findAllFrameworkVersions } from '#db/queries/framework-versions.server.ts';
import { findAllOffices } from '#db/queries/offices.server.ts';
import { upsertRoundOffice } from '#db/queries/round-offices.server.ts';
import { findRound, insertRound } from '#db/queries/rounds.server.ts';
import { ConstraintError, type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { RoundRefusal } from './round-refusal.ts';

export interface OpenRoundInput {
  year: number;
  /** As typed; `reason` is why offices are left out. */
  texts: RoundTexts;
  /** Codes of the offices that take part; the other active ones are left out. */
  offices: readonly string[];
}

/** Opens the round of a year. Throws RoundRefusal, with nothing written, where it cannot be opened like this. */
export async function openRound(scope: Scope, input: OpenRoundInput, now: Date): Promise<void> {
  try {
    await withScope(scope, (db) => open(db, input, now));
  } catch (error) {
    if (!(error instanceof ConstraintError && error.kind === 'duplicate')) throw error;
    throw new RoundRefusal({ whole: 'round_exists' });
  }
}

async function open(db: ScopedDb, { year, texts, offices: codes }: OpenRoundInput, now: Date): Promise<void> {
  if (await findRound(db, year)) throw new RoundRefusal({ whole: 'round_exists' });
  const offices = (await findAllOffices(db)).filter(({ active }) => active);
  const leftOut = offices.filter(({ code }) => !codes.includes(code));
  const { rules, refused } = readRoundRules(texts);
  const why = leftOut.length > 0 ? readReason(texts.reason) : { refused: [] };
  const versions = await findAllFrameworkVersions(db);
  const framework = versions.find(({ id }) => id === rules?.frameworkId);
  if (rules && !framework) refused.push({ field: 'frameworkId', code: 'unknown_choice' });
  const nobody = { field: 'offices' as const, code: 'nobody' as const };
  const all = [...refused, ...(leftOut.length === offices.length ? [nobody] : why.refused)];
  if (!rules || !framework || all.length > 0) throw new RoundRefusal({ refused: all });
  await insertRound(db, { year, ...rules, status: 'open' });
  const reason = why.reason ?? '';
  for (const { id } of leftOut)
    await upsertRoundOffice(db, { year, officeId: id, takesPart: false, deadline: null, reason });
  await insertAudit(db, {
    action: 'round.open',
    subject: String(year),
    detail: {
      ...{ opensOn: rules.opensOn, deadline: rules.deadline, peerView: rules.peerView },
      executionTarget: rules.executionTarget,
      framework: `${framework.year}/${framework.version}`,
      ...(leftOut.length > 0 && { leftOut: leftOut.map(({ code }) => code), reason }),
    },
    at: now.toISOString(),
  });
}
