import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/login.ts';

export const messages = {
  title: 'Sign in',
  name: 'Account',
  password: 'Password',
  submit: 'Sign in',
  alert: 'You are not signed in',
  nameMissing: 'Enter your account name.',
  passwordMissing: 'Enter your password.',
  wrong: 'The account or the password is wrong. The account name is kept; enter the password again.',
  locked_one: 'Too many wrong attempts. Try again in {{count}} minute.',
  locked_other: 'Too many wrong attempts. Try again in {{count}} minutes.',
  ended: 'Your session has ended. Sign in again.',
  signedOut: 'You are signed out.',
  help: 'Forgotten the password? The district finance bureau can set a new one.',
  changed: 'The password was changed. Sign in with the new one.',
  own: {
    title: 'Change your password',
    issued:
      'Your password was made by the finance bureau, for signing in once. Choose one of your own to go on.',
    intro: 'Every session of your account ends with it; sign in again with the new password.',
    alert: 'The password was not changed',
    current: 'Present password',
    next: 'New password',
    again: 'New password once more',
    hint: 'At least {{count}} characters; a sentence will do. No capitals or signs are asked for; it may not hold your login name.',
    save: 'Change the password',
    wrong: 'This is not your present password.',
    refusal: {
      missing: 'Type a new password.',
      too_short: 'The new password has fewer than {{count}} characters.',
      too_long: 'The new password has more than 200 characters.',
      has_name: 'The new password may not hold your login name.',
      same: 'The new password is the present one.',
      differs: 'The two new passwords differ.',
    },
  },
  demo: {
    title: 'Demo accounts',
    intro: 'One account a role; the password of each is',
    account: 'Account',
    role: 'Role',
    sees: 'What it sees',
    use: 'Sign in as {{name}}',
    roles: {
      district_leader: 'Overview, ranking and report cards of every office of the district; reads only',
      district_reviewer: 'Overview, ranking and report cards of every office of the district; reviews them',
      office_preparer: "Its own office's report card and filing; nothing another office has filed",
      office_approver:
        "Its own office's report card and what is about to be sent; nothing another office has filed",
      platform_operator: 'The directory of districts, offices and accounts; no figures at all',
    },
  },
} satisfies Shape<typeof zh>;
