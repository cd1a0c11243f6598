import { messages } from '#app/lib/i18n/catalogue/zh-CN/import.ts';
import { demoPassword } from '#db/demo/accounts.server.ts';
import type { HostileFile } from './seeded.ts';

/** Somebody signed in to a running demo. */
export interface Visitor {
  url: string;
  cookie: string;
}

export async function signIn(url: string, loginName: string): Promise<Visitor> {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ loginName, password: demoPassword }),
  });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { url, cookie: cookies.join('; ') };
}

/** Where the demo's preparer uploads a report, and how the page's script asks. */
const address = `/offices/440103001/2021/import?_data=${encodeURIComponent('routes/offices.$code.$year.import')}`;

/** More than the product opens at once, so that it never waits for the next. */
const atOnce = 4;

/** Sends files as a preparer does, a few at a time, and tells what became of each: see `upload`. */
export async function uploadAll(
  visitor: Visitor,
  files: readonly HostileFile[],
): Promise<{ what: string; answer: string }[]> {
  const waiting = [...files];
  const answers: { what: string; answer: string }[] = [];
  const senders = Array.from({ length: atOnce }, async () => {
    for (let file = waiting.shift(); file; file = waiting.shift())
      answers.push({ what: file.what, answer: await upload(visitor, file) });
  });
  await Promise.all(senders);
  return answers;
}

/** `kept`, the name of the refusal whose words came back, or what else came. */
export async function upload(
  { url, cookie }: Visitor,
  { name, bytes }: Pick<HostileFile, 'name' | 'bytes'>,
): Promise<string> {
  const body = new FormData();
  body.set('intent', 'read');
  body.set('file', new File([bytes], name));
  const answer = await fetch(url + address, { method: 'POST', headers: { origin: url, cookie }, body });
  const text = await answer.text();
  if (answer.status === 204 && answer.headers.has('x-remix-redirect')) return 'kept';
  const refused = answer.status >= 400 && answer.status < 500 ? refusalIn(text) : undefined;
  return refused ?? `${answer.status} ${text.slice(0, 200)}`;
}

function refusalIn(text: string): string | undefined {
  const { refused } = JSON.parse(text) as { refused?: string };
  return words.find(([, said]) => said.test(refused ?? ''))?.[0];
}

const words = Object.entries(messages.refusal).map(([code, text]) => {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [code, new RegExp(`^${parts.join('.*')}$`, 's')] as const;
});

/** Milliseconds that each page takes, one after the other, as somebody else sees them, until there are `enough`. */
export async function readPages(
  { url, cookie }: Visitor,
  pages: readonly string[],
  enough: (count: number) => boolean,
): Promise<number[]> {
  const times: number[] = [];
  while (!enough(times.length)) {
    const started = performance.now();
    const answer = await fetch(url + pages[times.length % pages.length], { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`A page answered ${answer.status}.`);
    times.push(performance.now() - started);
    await new Promise((done) => setTimeout(done, 20));
  }
  return times;
}
