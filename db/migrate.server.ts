import { sql } from 'kysely';
import { Migrator, NO_MIGRATIONS } from 'kysely/migration';
import { type DatabaseHandle, kyselyOf } from './client.server.ts';
import { migrationSchema, migrations } from './migrations/index.ts';

/**
 * Brings the database to the newest migration, all or nothing, and returns the names of those run. The handle must be
 * the owner's: on PostgreSQL one opened with DATABASE_ADMIN_URL. Throws with the migration's name when one fails.
 */
export async function migrateToLatest(database: DatabaseHandle): Promise<string[]> {
  const done = await run(database, (migrator) => migrator.migrateToLatest());
  const schema = sql.ref(migrationSchema);
  const kysely = kyselyOf(database);
  await sql`grant usage on schema ${schema} to duibiao_app`.execute(kysely);
  await sql`grant select on ${sql.table(`${migrationSchema}.kysely_migration`)} to duibiao_app`.execute(
    kysely,
  );
  return done;
}

/** Takes every migration back; all data is lost. For tests. */
export async function migrateToNothing(database: DatabaseHandle): Promise<string[]> {
  return run(database, (migrator) => migrator.migrateTo(NO_MIGRATIONS));
}

async function run(
  database: DatabaseHandle,
  migrate: (migrator: Migrator) => ReturnType<Migrator['migrateToLatest']>,
): Promise<string[]> {
  const migrator = new Migrator({
    db: kyselyOf(database),
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: migrationSchema,
  });
  const { error, results } = await migrate(migrator);
  const failed = results?.find(({ status }) => status === 'Error');
  if (failed) throw new Error(`Migration ${failed.migrationName} failed.`, { cause: error });
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}
