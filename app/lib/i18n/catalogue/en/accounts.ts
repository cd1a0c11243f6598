import type { BoundaryKind } from '#app/domain/boundary-change.ts';
import type { DirectoryField } from '#app/usecases/directory-refusal.ts';
import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/accounts.ts';

const fieldEn = {
  loginName: 'Login name',
  displayName: 'Shown name',
  role: 'Role',
  code: 'Administrative code',
  name: 'Name of the office',
  nameEn: 'English name',
  pinyin: 'Pinyin',
  group: 'Peer group',
  firstYear: 'First year of filing',
  groupName: 'Name of the peer group',
  groupNameEn: 'English name of the peer group',
  basis: 'Why these offices',
  basisEn: 'Why these offices (English)',
  year: 'From which year on',
  kind: 'Kind of change',
  note: 'What changed',
  noteEn: 'What changed (English)',
} satisfies Record<DirectoryField, string>;

const kindEn = {
  merged: 'merged',
  split: 'split',
  boundary: 'boundary redrawn',
  renamed: 'renamed',
} satisfies Record<BoundaryKind, string>;

export const messages = {
  title: 'Offices and accounts: {{district}}',
  lede: '{{able}} of {{count}} offices can file: they have a preparer and an approver. Lacking one or both: {{lacking}}.',
  save: 'Save',
  field: fieldEn,
  hint: {
    loginName: '3 to 32 small letters, digits, dots or hyphens, a letter first; it cannot be changed later.',
    displayName: 'Shown on pages and in the audit trail, such as “Preparer (finance section)”.',
    pinyin: 'Small letters, a space between syllables, such as “bai he dong”; tables list offices by it.',
    group: 'Which offices it is compared with.',
    code: '9 digits that begin with {{district}}.',
    firstYear: 'In the rounds of the years before, the office does not take part.',
  },
  offices: {
    title: 'Offices',
    office: 'Office',
    inactive: 'Inactive accounts',
    nobody: 'none',
    manage: 'Manage',
    manageLabel: 'Manage {{office}} and its accounts',
    close: 'Close',
  },
  office: {
    title: '{{office}}',
    change: 'Change the office',
    changeHint:
      'A new name shows on the pages of every year; another peer group changes what it is compared with and no score.',
  },
  account: {
    title: 'Account {{loginName}}',
    nobody: 'No account yet.',
    state: 'State',
    active: 'may sign in',
    inactive: 'inactive',
    change: 'Change',
    changeLabel: 'Change the account {{loginName}}',
    create: 'Make an account',
    createHint:
      'A password is made and shown once, right after. Hand it over in person or by a channel you trust.',
    rename: 'Name and role',
    renameHint: 'Another role ends the sessions of the account.',
    reset: 'Reset the password',
    resetHint:
      'A new password is made and shown once; the old one ends at once, and so does every session of the account.',
    resetSave: 'Make a new password',
    disable: 'Make the account inactive',
    disableHint:
      'It cannot sign in any more, and whoever uses it is signed out at once; what was filed and done stays.',
    enable: 'Make the account active again',
    enableHint: 'It can sign in with its former password.',
  },
  issued: {
    title: 'New password of the account {{loginName}}, shown this once',
    hint: 'Only a hash is kept: once you leave this page nobody can see it again. If it is lost, make another one.',
  },
  newOffice: {
    title: 'Additions',
    create: 'Add an office',
    hint: 'Make its accounts afterwards.',
    leftOut: 'files from {{year}} on',
  },
  group: {
    title: 'Peer groups',
    none: 'no group',
    nothing: 'No peer group yet.',
    line: '{{name}} ({{count}} offices): {{basis}}',
    create: 'Add a peer group',
    hint: 'An office is in one group at most; “Manage” puts it there.',
  },
  boundary: {
    title: 'Boundary changes',
    hint: 'From that year on trends are broken here and say why; another name breaks nothing.',
    save: 'Note the change',
    told: 'from {{year}} on, {{kind}}: {{note}}',
    kind: kindEn,
  },
  bureau: {
    title: 'Accounts of the finance bureau',
    hint: 'The operator of the platform makes them and ends them; here they can only be read.',
  },
  done: {
    'create-account': 'The account was made.',
    'change-account': 'The account was changed.',
    disable: 'The account is inactive and its sessions have ended.',
    enable: 'The account is active again.',
    reset: 'The password was reset.',
    'create-office': 'The office was added. Make its accounts now.',
    'change-office': 'The office was changed.',
    boundary: 'The boundary change was noted.',
    'create-group': 'The peer group was added.',
  },
  refusal: {
    fields: 'Correct what is marked below; everything else is kept.',
    missing: 'Fill in: {{field}}.',
    too_long: '{{field}}: more than {{limit}} characters. Make it shorter.',
    bad_login: 'A login name is 3 to 32 small letters, digits, dots or hyphens, a letter first.',
    login_taken: 'This login name is taken. Choose another one.',
    unknown_choice: '{{field}}: choose one that is listed.',
    bad_code: 'The code has 9 digits and begins with {{district}}.',
    code_taken: 'Another office has this code.',
    bad_pinyin: 'Pinyin is small letters with a space between syllables.',
    bad_year: 'Give a year in four digits, such as 2025.',
    group_taken: 'There is a peer group of this name.',
    told_already: 'Such a change of that year is noted already.',
    unknown_office: 'There is no such office; nothing was written.',
    unknown_account: 'There is no such account, or it is not yours to look after; nothing was written.',
    changed_meanwhile:
      'Another reviewer changed this after you opened the page, and your change was not saved. Look at what it is now and try again.',
    done_already: 'It is so already; nothing was done twice.',
  },
} satisfies Shape<typeof zh>;
