import { Form } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';

/** One file to choose. Sent as a whole page, so that an upload behaves the same with and without JavaScript. */
export function ChooseForm({ refused }: { refused?: string }) {
  const { t } = useT();
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument className="import-form">
      <input type="hidden" name="intent" value="read" />
      <div className="field">
        <label htmlFor="file">{t('import.file')}</label>
        <p id="file-hint" className="note">
          {t('import.hint')}
        </p>
        {refused ? (
          <div id="file-error" className="alert" role="alert">
            <strong>{t('import.refused')}</strong>
            <p>{refused}</p>
          </div>
        ) : null}
        <input
          id="file"
          name="file"
          type="file"
          accept=".docx,.pdf,.txt"
          className="input-file"
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? 'file-error file-hint' : 'file-hint'}
        />
      </div>
      <button type="submit" className="button button-primary">
        {t('import.read')}
      </button>
    </Form>
  );
}
