import { openDatabase } from '#db/client.server.ts';
import { migrateToLatest } from '#db/migrate.server.ts';

/** `npm run migrate`: brings the PostgreSQL database of DATABASE_ADMIN_URL, whose role owns the schema, up to date. */
const databaseUrl = process.env.DATABASE_ADMIN_URL;

if (databaseUrl) await migrate(databaseUrl);
else {
  console.error(
    'Set DATABASE_ADMIN_URL to the database as its owner, for example postgres://owner@localhost/duibiao.',
  );
  process.exitCode = 1;
}

async function migrate(url: string): Promise<void> {
  const database = await openDatabase({ databaseUrl: url });
  try {
    const done = await migrateToLatest(database);
    console.log(done.length > 0 ? `Done: ${done.join(', ')}` : 'The database is up to date.');
  } finally {
    await database.close();
  }
}
