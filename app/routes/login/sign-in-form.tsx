import { Form } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';

/** Why the last attempt failed; the name is kept. */
export interface Refused {
  loginName: string;
  missing?: { loginName: boolean; password: boolean };
  wrong?: boolean;
  lockedMinutes?: number;
}

export function SignInForm({ next, refused }: { next: string; refused?: Refused }) {
  const { t } = useT();
  const reason = refused ? reasonOf(refused) : undefined;
  const nameError = refused?.missing?.loginName ? t('login.nameMissing') : undefined;
  const passwordError = refused?.missing?.password
    ? t('login.passwordMissing')
    : refused?.wrong
      ? t('login.wrong')
      : undefined;
  return (
    <Form method="post" noValidate className="login-form">
      {refused ? (
        <div className="alert" role="alert">
          <strong>{t('login.alert')}</strong>
          {reason ? <p>{reason}</p> : null}
        </div>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <Field name="loginName" label={t('login.name')} error={nameError}>
        {(aria) => (
          <input
            {...aria}
            className="input"
            name="loginName"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            defaultValue={refused?.loginName}
            required
          />
        )}
      </Field>
      <Field name="password" label={t('login.password')} error={passwordError}>
        {(aria) => (
          <input
            {...aria}
            className="input"
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={200}
            required
          />
        )}
      </Field>
      <button type="submit" className="button button-primary">
        {t('login.submit')}
      </button>
      <p className="login-help">{t('login.help')}</p>
    </Form>
  );

  function reasonOf({ lockedMinutes, missing, wrong }: Refused): string | undefined {
    if (lockedMinutes) return t('login.locked', { count: lockedMinutes });
    if (wrong) return t('login.wrong');
    return missing?.loginName ? t('login.nameMissing') : t('login.passwordMissing');
  }
}

interface FieldProps {
  name: string;
  label: string;
  error?: string;
  children: (aria: object) => React.ReactNode;
}

function Field({ name, label, error, children }: FieldProps) {
  const errorId = `${name}-error`;
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {children({
        id: name,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': error ? errorId : undefined,
      })}
      {error ? (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
