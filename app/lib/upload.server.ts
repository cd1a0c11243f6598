import type { UploadProblem } from './upload-problem.ts';

/** A form without what it should carry. */
export class UploadRefusal extends Error {
  readonly code: UploadProblem;

  constructor(code: UploadProblem) {
    super(code);
    this.name = 'UploadRefusal';
    this.code = code;
  }
}

export interface UploadedFile {
  fileName: string;
  bytes: Uint8Array;
}

/** The form of the request. Throws UploadRefusal for a body that is none. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new UploadRefusal('unreadable_form');
  }
}

/** The one file that was chosen. Throws UploadRefusal for none and for several. */
export async function chosenFile(form: FormData): Promise<UploadedFile> {
  const files = form.getAll('file').filter((value) => typeof value !== 'string');
  const [file, another] = files.filter(({ name, size }) => name !== '' || size > 0);
  if (!file) throw new UploadRefusal('no_file');
  if (another) throw new UploadRefusal('many_files');
  return { fileName: plainName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The file that a page carries back byte for byte. Throws UploadRefusal for a form that is not ours. */
export function carriedFile(form: FormData): UploadedFile {
  const [fileName, document] = [form.get('fileName'), form.get('document')];
  if (typeof fileName !== 'string' || typeof document !== 'string')
    throw new UploadRefusal('unreadable_form');
  return { fileName: plainName(fileName), bytes: Buffer.from(document, 'base64') };
}

/** The bare name, without folders, control and direction characters, cut where nothing real is that long. */
function plainName(name: string): string {
  const bare = name.replace(/^.*[/\\]/s, '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
  return bare.length > 120 ? `${bare.slice(0, 100)}…${bare.slice(-15)}` : bare;
}
