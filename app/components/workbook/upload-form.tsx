import { Form } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';

interface UploadFormProps {
  refused?: string | undefined;
  /** Endings that the browser offers. */
  accept: string;
  words: { field: string; hint: string; read: string };
}

/** One file to choose; sent as a whole page, with and without scripts alike. */
export function UploadForm({ refused, accept, words }: UploadFormProps) {
  const { t } = useT();
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument className="workbook-form">
      <input type="hidden" name="intent" value="read" />
      <div className="field">
        <label htmlFor="file">{words.field}</label>
        <p id="file-hint" className="note">
          {words.hint}
        </p>
        {refused ? (
          <div id="file-error" className="alert" role="alert">
            <strong>{t('workbook.refused')}</strong>
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
        {words.read}
      </button>
    </Form>
  );
}
