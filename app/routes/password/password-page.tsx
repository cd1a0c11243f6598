import { Form } from '@remix-run/react';
import { Field } from '#app/components/settings/field.tsx';
import { type PasswordRefusal, shortestPassword } from '#app/domain/new-password.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

export type RefusedPassword = { current: 'wrong' | { minutes: number } } | { next: PasswordRefusal };

interface PasswordPageProps {
  title: string;
  /** Somebody else made the present password. */
  issued: boolean;
  loginName: string;
  next: string;
  refused?: RefusedPassword;
}

/** One's own password. Nothing of it is ever written into a page again. */
export function PasswordPage({ title, issued, loginName, next, refused }: PasswordPageProps) {
  const { t } = useT();
  const ofCurrent = refused && 'current' in refused ? refused.current : undefined;
  const currentError =
    ofCurrent === 'wrong'
      ? t('login.own.wrong')
      : ofCurrent && t('login.locked', { count: ofCurrent.minutes });
  const nextError =
    refused && 'next' in refused
      ? t(`login.own.refusal.${refused.next}`, { count: shortestPassword })
      : undefined;
  const fields = [
    { name: 'current', error: currentError, complete: 'current-password', hint: undefined },
    {
      name: 'next',
      error: nextError,
      complete: 'new-password',
      hint: t('login.own.hint', { count: shortestPassword }),
    },
    { name: 'again', error: undefined, complete: 'new-password', hint: undefined },
  ] as const;
  return (
    <div className="login">
      <section>
        <h1>{title}</h1>
        {refused ? (
          <div className="alert" role="alert">
            <strong>{t('login.own.alert')}</strong>
          </div>
        ) : (
          <p className="notice">{t(issued ? 'login.own.issued' : 'login.own.intro')}</p>
        )}
        <Form method="post" noValidate className="login-form">
          <input type="hidden" name="to" value={next} />
          {/* for password managers, which keep a password under its name */}
          <input type="hidden" name="loginName" autoComplete="username" value={loginName} readOnly />
          {fields.map(({ name, error, complete, hint }) => (
            <Field key={name} id={name} label={t(`login.own.${name}`)} error={error} hint={hint}>
              {(aria) => (
                <input
                  {...aria}
                  className="input"
                  name={name}
                  type="password"
                  autoComplete={complete}
                  maxLength={200}
                />
              )}
            </Field>
          ))}
          <button type="submit" className="button button-primary">
            {t('login.own.save')}
          </button>
        </Form>
      </section>
    </div>
  );
}
