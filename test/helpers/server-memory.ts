import { readFileSync } from 'node:fs';

/** Memory of a process in MB, as Linux tells it. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Has a process that was started with `--inspect=127.0.0.1:port` collect its garbage. */
export async function collectGarbage(port: number): Promise<void> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl ?? '');
  const answered = new Promise<void>((done, fail) => {
    socket.addEventListener('error', () => fail(new Error('The inspector did not answer.')));
    socket.addEventListener('message', ({ data }) => JSON.parse(String(data)).id === 2 && done());
    socket.addEventListener('open', () => {
      for (const id of [1, 2]) socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
    });
  });
  await answered;
  socket.close();
}
