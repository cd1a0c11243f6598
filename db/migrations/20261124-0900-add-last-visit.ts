import { type Kysely, sql } from 'kysely';

/** When an account signed in last, and before that, so that a page can say what changed since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table accounts add column last_sign_in_at timestamptz, add column last_visit_at timestamptz')
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table accounts drop column last_sign_in_at, drop column last_visit_at').execute(db);
}
