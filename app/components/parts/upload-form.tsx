import { Form } from '@remix-run/react';

interface UploadFormProps {
  /** Endings that the browser offers: “.docx,.pdf”. */
  accept: string;
  words: { field: string; hint: string; refused: string; send: string };
  /** Why the last file was not taken. */
  refused?: string;
}

/** One file to choose; sent as a whole page, so that an upload behaves the same with and without scripts. */
export function UploadForm({ accept, words, refused }: UploadFormProps) {
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument className="upload-form">
      <input type="hidden" name="intent" value="read" />
      <div className="field">
        <label htmlFor="file">{words.field}</label>
        <p id="file-hint" className="note">
          {words.hint}
        </p>
        {refused ? (
          <div id="file-error" className="alert" role="alert">
            <strong>{words.refused}</strong>
            <p>{refused}</p>
          </div>
        ) : null}
        <input
          id="file"
          name="file"
          type="file"
          accept={accept}
          className="input-file"
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? 'file-error file-hint' : 'file-hint'}
        />
      </div>
      <button type="submit" className="button button-primary">
        {words.send}
      </button>
    </Form>
  );
}
