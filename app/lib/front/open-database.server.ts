import { type DatabaseHandle, openDatabase } from '#db/client.server.ts';
import { migrateToLatest } from '#db/migrate.server.ts';
import { Refusal } from '#db/refusal.server.ts';
import { assertSafeRole } from '#db/scope.server.ts';
import { hasDemoAccount } from '../demo-accounts.server.ts';
import type { Config } from '../env.server.ts';

/**
 * Opens the database that `config` names, ready to serve. The embedded one is migrated on the way; PostgreSQL must be
 * migrated already, because the app's role owns nothing. Throws `Refusal` where serving would be unsafe.
 */
export async function openForServing(config: Config): Promise<DatabaseHandle> {
  const embedded = config.databaseUrl === undefined;
  if (embedded && config.production && !config.demo && !config.allowEmbedded) {
    throw new Refusal(
      'Set DATABASE_URL to a PostgreSQL database. The embedded database is for demo and trial; ALLOW_EMBEDDED=1 uses it all the same.',
    );
  }
  const database = await openDatabase(config);
  try {
    if (embedded) await migrateToLatest(database);
    else if (!(await database.isReady())) {
      throw new Refusal(
        'The database is not reachable or not migrated. Check DATABASE_URL, then run: npm run migrate',
      );
    }
    await assertSafeRole(database);
    if (!config.demo && (await hasDemoAccount(database))) {
      throw new Refusal(
        'This database holds demo accounts, whose password is public. Use another database, or set DEMO=1 for a demo.',
      );
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
