import { type Kysely, sql } from 'kysely';

/**
 * How points are given at a node of a framework. The two nodes whose scores were worked out by their code so far get the
 * rule that was used, so that no stored district changes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table indicators add column rule jsonb check (jsonb_typeof(rule) = 'object')`)
    .execute(db);
  // Forced row security holds for the owner too, who would see no row to change.
  await sql.raw('alter table indicators no force row level security').execute(db);
  for (const [code, rule] of Object.entries(usedSoFar))
    await sql`update indicators set rule = ${JSON.stringify(rule)}::jsonb where code = ${code}`.execute(db);
  await sql.raw('alter table indicators force row level security').execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table indicators drop column rule').execute(db);
}

const usedSoFar = {
  'effectiveness.spending_progress': {
    kind: 'monthly_mean',
    verified: true,
    source: '《部门整体支出绩效自评指标评分表》：各通报月份一般公共预算支出执行率之和÷通报月份数×分值',
    sourceEn:
      'Scoring table of the self-evaluation: mean of the notified monthly general-budget rates × weight',
  },
  'management.procurement.sme_policy': {
    kind: 'proportion',
    figure: { kind: 'ratio', part: 'sme_actual', whole: 'sme_reserved' },
    fullAt: '100',
    verified: true,
    source: '由公开的2023年度自评报告推算：实际采购金额÷预留金额×分值',
    sourceEn: 'Inferred from a published report for 2023: actual ÷ reserved amount × weight',
  },
};
