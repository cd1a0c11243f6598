import '#app/files/without-network.ts';
import { createInterface } from 'node:readline';
import { docxText } from '#app/files/docx-text.server.ts';
import { pdfText } from '#app/files/pdf-text.server.ts';

process.stdout.write('ready\n');
/** Reads one file after another as `extract-text.child.ts` reads its one: a line in, a line out. */
for await (const line of createInterface({ input: process.stdin })) {
  const { kind, bytes } = JSON.parse(line);
  process.stdout.write(`${await answer(kind, Buffer.from(bytes, 'base64'))}\n`);
}

async function answer(kind: string, bytes: Uint8Array): Promise<string> {
  try {
    await (kind === 'docx' ? docxText(bytes) : pdfText(bytes));
    return 'text';
  } catch (error) {
    const { name, code } = error as { name: string; code?: string };
    return name === 'FileProblem' && code ? code : 'unreadable_file';
  }
}
