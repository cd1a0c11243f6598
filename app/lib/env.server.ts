import { z } from 'zod';
import { demoPassword } from '#db/demo/accounts.server.ts';

/** The settings of one process, from its environment. Nothing else in `app/` reads `process.env`. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  /** Where readers reach the product, such as “https://duibiao.example.gov.cn”; what a POST’s Origin must equal. */
  origin: string;
  /** PostgreSQL; absent: the embedded database in `dataDir`. */
  databaseUrl?: string;
  dataDir: string;
  /** The embedded database may serve production. */
  allowEmbedded: boolean;
  /** Demo accounts exist, are listed on the sign-in page and share `demoPassword`. */
  demo: boolean;
  demoPassword?: string;
  secureCookies: boolean;
  /** How many reverse proxies stand in front, for the reader's address; 0: none. */
  trustedProxies: number;
  logLevel: string;
}

/** Reads the environment. Throws `EnvError`, whose message names every bad variable. */
export function readConfig(env: Record<string, string | undefined>, dev = false): Config {
  const parsed = schema.safeParse(withoutBlanks(env));
  if (!parsed.success)
    throw new EnvError(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`));
  const found = parsed.data;
  const origin = found.ORIGIN ?? `http://localhost:${found.PORT}`;
  return {
    production: !dev && found.NODE_ENV === 'production',
    host: found.HOST,
    port: found.PORT,
    origin,
    databaseUrl: found.DATABASE_URL,
    dataDir: found.DATA_DIR,
    allowEmbedded: found.ALLOW_EMBEDDED,
    demo: found.DEMO,
    demoPassword: found.DEMO ? demoPassword : undefined,
    secureCookies: found.SECURE_COOKIES ?? origin.startsWith('https:'),
    trustedProxies: found.TRUST_PROXY,
    logLevel: found.LOG_LEVEL,
  };
}

export class EnvError extends Error {
  override name = 'EnvError';
  constructor(problems: string[]) {
    super(`Settings that cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
}

const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'must be 1 or 0' })
  .transform((value) => value === '1' || value === 'true');

const origin = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://duibiao.example.gov.cn' })
  .transform((value) => new URL(value).origin);

const schema = z.object({
  NODE_ENV: z.string().default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
  ORIGIN: origin.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  ALLOW_EMBEDDED: flag.default(false),
  DEMO: flag.default(false),
  SECURE_COOKIES: flag.optional(),
  TRUST_PROXY: z.coerce
    .number({ error: 'must be the number of proxies in front' })
    .int()
    .min(0)
    .max(9)
    .default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** `PORT=` in a service file means the default, as leaving it out does. */
function withoutBlanks(env: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}
