import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccounts, demoPassword } from '#db/demo/accounts.server.ts';
import { startDemo } from '#test/setup/demo-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duibiao-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the demo says what it does and prints address, accounts and password; a second start keeps the data', async () => {
  const first = await startDemo(path.join(folder, 'data'));
  await signInAs(first.url, 'leader');
  expect(await first.stop()).toBe(0);
  expect(first.output()).toContain('Loaded 96 submissions.');
  expect(first.output()).toContain(first.url);
  for (const { loginName } of demoAccounts) expect(first.output()).toContain(`  ${loginName} `);
  expect(first.output()).toContain(demoPassword);

  const second = await startDemo(path.join(folder, 'data'));
  expect(second.output()).toContain('nothing was changed');
  expect(second.output()).not.toContain('Loaded');
  await signInAs(second.url, 'leader');
  expect(await second.stop()).toBe(0);
});

test('a second process on the same data is refused with a message', async () => {
  const first = await startDemo(path.join(folder, 'other'));
  await expect(startDemo(path.join(folder, 'other'))).rejects.toThrow('The demo ended with 1');
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.stop();
});

async function signInAs(url: string, loginName: string): Promise<void> {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ loginName, password: demoPassword }),
  });
  expect(answer.status).toBe(302);
}
