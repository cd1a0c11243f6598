import { type Kysely, sql } from 'kysely';

/** When a report that was sent back had first been sent: by that day it was in time or late, however long mending it took. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table submissions add column first_submitted_at timestamptz').execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table submissions drop column first_submitted_at').execute(db);
}
