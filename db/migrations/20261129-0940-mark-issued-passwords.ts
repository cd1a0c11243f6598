import { type Kysely, sql } from 'kysely';

/** A password that somebody else made is for signing in once: its owner is asked for another one before anything else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table accounts add column password_issued boolean not null default false`.execute(db);
  await sql`grant update (password_issued) on accounts to duibiao_app`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table accounts drop column password_issued`.execute(db);
}
