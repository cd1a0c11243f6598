import { Form, Link } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ImportPreview } from '#app/usecases/preview-import.server.ts';

interface AcceptFormProps {
  preview: ImportPreview;
  document: string;
  leaveTo: string;
}

const formId = 'accept';

/** Sends the same file again with its hash: it goes through the same checks, whatever the preview said. */
export function AcceptForm({ preview: { fileName, seen, filing }, document, leaveTo }: AcceptFormProps) {
  const { sha256, version, copy } = seen;
  const fields = { intent: 'accept', fileName, document, sha256, version: version ?? '', copy };
  return (
    <Form id={formId} method="post" encType="multipart/form-data" reloadDocument>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AcceptButtons filing={filing} leaveTo={leaveTo} />
    </Form>
  );
}

/** The choice; it stands above and below what was read, for the one form. */
export function AcceptButtons({ filing, leaveTo }: Pick<ImportPreview, 'filing'> & { leaveTo: string }) {
  const { t } = useT();
  return (
    <p className="import-accept">
      <button type="submit" form={formId} className="button button-primary">
        {t(`import.preview.accept.${filing.status}`)}
      </button>
      <Link to={leaveTo}>{t('import.preview.leave')}</Link>
    </p>
  );
}
