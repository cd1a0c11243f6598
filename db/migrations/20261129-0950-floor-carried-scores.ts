import { type Kysely, sql } from 'kysely';

/** What follows from a review for a node above is at least 0, as the domain’s `carryReviewUp` has it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await replaceIn(db, 'below.score, null from', 'greatest(below.score, 0), null from');
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await replaceIn(db, 'greatest(below.score, 0), null from', 'below.score, null from');
}

/** The function with one piece of its text replaced; owner and rights stay. */
async function replaceIn(db: Kysely<unknown>, piece: string, by: string): Promise<void> {
  await sql
    .raw(`do $$ declare
      v_text text := pg_get_functiondef('carry_reviewed_scores(uuid, integer)'::regprocedure);
    begin
      if position('${piece}' in v_text) = 0 then raise exception 'carry_reviewed_scores is not as it was made'; end if;
      execute replace(v_text, '${piece}', '${by}');
    end $$`)
    .execute(db);
}
