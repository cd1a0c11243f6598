import { sql } from 'kysely';
import { kyselyOf } from '#db/client.server.ts';
import type { TestDatabase } from './database.ts';

/**
 * From now on every transaction that changes a row of a tenant table is noted, behind the product's back; the answer tells
 * which of them added nothing to the audit trail: their tables, in order.
 */
export async function trackWrites(database: TestDatabase): Promise<() => Promise<string[]>> {
  const owner = kyselyOf(database.owner);
  await sql`create table written (transaction bigint not null, name text not null)`.execute(owner);
  await sql`create function note_write() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$ begin
      insert into public.written values (txid_current(), tg_table_name);
      return null;
    end $$`.execute(owner);
  const { rows: tables } = await sql<{ name: string }>`select tablename::text as name from pg_tables
    where schemaname = 'public' and tablename not in ('written', 'sessions', 'audit_heads', 'peer_secrets')`.execute(
    owner,
  );
  for (const { name } of tables)
    await sql`create trigger note_write after insert or update or delete on ${sql.table(name)}
      for each row execute function note_write()`.execute(owner);
  return async () => {
    const { rows } = await sql<{ names: string }>`
      select string_agg(distinct name, ' ' order by name) as names from written
      group by transaction having not bool_or(name = 'audit') order by transaction`.execute(owner);
    return rows.map(({ names }) => names);
  };
}
