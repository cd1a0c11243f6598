import { type Kysely, sql } from 'kysely';

/** A submission may come from the bureau's own table of offices, and says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await allowOrigins(db, "'filed', 'public_report', 'district_table', 'invented'");
}

/** What came from a table is then called a published report: the nearest that was known before. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table submissions no force row level security').execute(db);
  await sql
    .raw("update submissions set origin = 'public_report' where origin = 'district_table'")
    .execute(db);
  await sql.raw('alter table submissions force row level security').execute(db);
  await allowOrigins(db, "'filed', 'public_report', 'invented'");
}

async function allowOrigins(db: Kysely<unknown>, origins: string): Promise<void> {
  await sql
    .raw(
      `alter table submissions drop constraint submissions_origin_check,
      add constraint submissions_origin_check check (origin in (${origins}))`,
    )
    .execute(db);
}
