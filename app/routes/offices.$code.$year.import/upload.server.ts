import type { UploadProblem } from '#app/lib/i18n/catalogue/zh-CN/import.ts';
import type { ImportInput, SeenImport } from '#app/usecases/import-report.server.ts';

/** A form without what it should carry. */
export class UploadRefusal extends Error {
  readonly code: UploadProblem;

  constructor(code: UploadProblem) {
    super(code);
    this.code = code;
  }
}

export type Upload = Pick<ImportInput, 'fileName' | 'bytes'>;

/** The form of the request. Throws UploadRefusal for a body that is none. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new UploadRefusal('unreadable_form');
  }
}

/** The one file that was chosen. Throws UploadRefusal for none and for several. */
export async function chosenFile(form: FormData): Promise<Upload> {
  const files = form.getAll('file').filter((value) => typeof value !== 'string');
  const [file, another] = files.filter(({ name, size }) => name !== '' || size > 0);
  if (!file) throw new UploadRefusal('no_file');
  if (another) throw new UploadRefusal('many_files');
  return { fileName: plainName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The file that was previewed, back from the page byte for byte. Throws UploadRefusal for a form that is not ours. */
export function previewedFile(form: FormData): Upload & { seen: SeenImport } {
  const names = ['fileName', 'document', 'sha256', 'version', 'copy'];
  const [fileName, document, sha256, version, copy] = names.map((name) => form.get(name));
  if (typeof fileName !== 'string' || typeof document !== 'string' || typeof sha256 !== 'string')
    throw new UploadRefusal('unreadable_form');
  return {
    fileName: plainName(fileName),
    bytes: Buffer.from(document, 'base64'),
    seen: { sha256, version: version === '' ? null : Number(version), copy: Number(copy) },
  };
}

/** A file as text that survives a form: browsers rewrite line ends, and not every file is UTF-8. */
export function carried(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** The bare name, without folders, control and direction characters, cut where nothing real is that long. */
function plainName(name: string): string {
  const bare = name.replace(/^.*[/\\]/s, '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
  return bare.length > 120 ? `${bare.slice(0, 100)}…${bare.slice(-15)}` : bare;
}
