import { Form } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { Viewer } from './viewer.ts';

export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useT();
  return (
    <div className="account">
      <span className="sr-only">{t('common.account.label')}</span>
      <span>{viewer.displayName}</span>
      <span className="account-role">{t(`domain.role.${viewer.role}`)}</span>
      {viewer.district ? <a href="/password">{t('common.account.password')}</a> : null}
      <Form method="post" action="/logout" reloadDocument>
        <button type="submit" className="link-button">
          {t('common.account.signOut')}
        </button>
      </Form>
    </div>
  );
}
