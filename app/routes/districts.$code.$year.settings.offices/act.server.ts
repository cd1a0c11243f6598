import type { AccountTexts } from '#app/domain/account-entry.ts';
import type { OfficeTexts } from '#app/domain/office-entry.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { newPassword } from '#app/lib/password.server.ts';
import {
  changeAccount,
  createAccount,
  resetPassword,
  setAccountActive,
} from '#app/usecases/manage-account.server.ts';
import {
  changeOffice,
  createOffice,
  createPeerGroup,
  noteBoundary,
} from '#app/usecases/manage-office.server.ts';
import type { Scope } from '#db/scope.server.ts';
import type { DirectoryIntent, Issued } from './answer.ts';

interface Act {
  scope: Scope;
  typed: AccountTexts & OfficeTexts;
  officeCode: string;
  /** Of an account. */
  id: string;
  seen: string;
  t: Translate;
}

/** Does it; tells a password that was made, or the office to show. Throws DirectoryRefusal. */
export async function act(
  intent: DirectoryIntent,
  { scope, typed: texts, officeCode, t, ...key }: Act,
): Promise<{ issued?: Issued; officeCode?: string }> {
  switch (intent) {
    case 'create-account': {
      const { password, passwordHash } = await newPassword();
      const { loginName } = await createAccount(scope, { officeCode, texts, passwordHash });
      return { issued: { loginName, password } };
    }
    case 'reset': {
      const { password, passwordHash } = await newPassword();
      const { loginName } = await resetPassword(scope, { ...key, passwordHash });
      return { issued: { loginName, password } };
    }
    case 'change-account':
      await changeAccount(scope, { ...key, texts });
      return { officeCode };
    case 'disable':
    case 'enable':
      await setAccountActive(scope, { ...key, active: intent === 'enable' });
      return { officeCode };
    case 'create-office': {
      const reason = (year: number) => t('accounts.newOffice.leftOut', { year });
      const { code } = await createOffice(scope, { texts, reason });
      return { officeCode: code };
    }
    case 'change-office':
      await changeOffice(scope, { officeCode, texts, seen: key.seen });
      return { officeCode };
    case 'boundary':
      await noteBoundary(scope, { officeCode, texts });
      return { officeCode };
    case 'create-group':
      await createPeerGroup(scope, { texts });
      return {};
  }
}
