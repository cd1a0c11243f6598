import { plainFileName, type UploadedFile } from '#app/files/uploaded-file.ts';
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

/** The form of the request. Throws UploadRefusal for a body that is none. */
export async function uploadedForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new UploadRefusal('unreadable_form');
  }
}

/** The files that were chosen; browsers send a nameless empty one where none was. */
export function chosenFiles(form: FormData): Promise<UploadedFile[]> {
  const files = form.getAll('file').filter((value) => typeof value !== 'string');
  return Promise.all(
    files
      .filter(({ name, size }) => name !== '' || size > 0)
      .map(async (file) => ({
        fileName: plainFileName(file.name),
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
  );
}

/** The one file that was chosen. Throws UploadRefusal for none and for several. */
export async function chosenFile(form: FormData): Promise<UploadedFile> {
  const [file, another] = await chosenFiles(form);
  if (!file) throw new UploadRefusal('no_file');
  if (another) throw new UploadRefusal('many_files');
  return file;
}

/** The file that a page carries back byte for byte. Throws UploadRefusal for a form that is not ours. */
export function carriedFile(form: FormData): UploadedFile {
  const [fileName, document] = [form.get('fileName'), form.get('document')];
  if (typeof fileName !== 'string' || typeof document !== 'string')
    throw new UploadRefusal('unreadable_form');
  return { fileName: plainFileName(fileName), bytes: Buffer.from(document, 'base64') };
}
