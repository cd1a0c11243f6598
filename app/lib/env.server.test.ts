import { describe, expect, it } from 'vitest';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { EnvError, readConfig } from './env.server.ts';

describe('readConfig', () => {
  it('has safe defaults', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: true,
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://localhost:3000',
      dataDir: '.data',
      allowEmbedded: false,
      demo: false,
      secureCookies: false,
      trustedProxies: 0,
    });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.demoPassword).toBeUndefined();
  });

  it('follows the address: HTTPS makes cookies secure, a path is dropped', () => {
    const config = readConfig({ ORIGIN: 'https://duibiao.example/start' });
    expect(config).toMatchObject({ origin: 'https://duibiao.example', secureCookies: true });
    expect(readConfig({ ORIGIN: 'https://duibiao.example', SECURE_COOKIES: '0' }).secureCookies).toBe(false);
  });

  it('takes a blank variable as left out', () =>
    expect(readConfig({ PORT: ' ', ORIGIN: '' }).port).toBe(3000));

  it('knows the demo password in demo mode only', () => {
    expect(readConfig({}).demoPassword).toBeUndefined();
    expect(readConfig({ DEMO: '1' }).demoPassword).toBe(demoPassword);
  });

  it('names every bad variable', () => {
    const bad = { PORT: 'x', ORIGIN: 'duibiao', DATABASE_URL: 'mysql://x', DEMO: 'maybe', TRUST_PROXY: '-1' };
    expect(() => readConfig(bad)).toThrow(EnvError);
    for (const name of Object.keys(bad)) expect(() => readConfig(bad)).toThrow(name);
  });
});
