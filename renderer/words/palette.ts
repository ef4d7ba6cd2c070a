import type { ActionId } from '#shared/actions.ts';

/** What is said around a field and the list that it leads. */
export interface ChooserWords {
  readonly title: string;
  readonly placeholder: string;
  readonly list: string;
  /** Above the list while nothing is typed. */
  readonly heading?: string;
  /** Below "Nothing found". */
  readonly noneHint: string;
  /** There are more than are shown. */
  readonly more: (n: number) => string;
  /** Read out while something is typed. */
  readonly count: (n: number) => string;
}

const number = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Words for opening a letter by its title, and for the list of all commands. */
export const paletteWords = {
  letters: {
    title: 'Open letter',
    placeholder: 'A title, or whom it is about',
    list: 'Letters',
    heading: 'Last changed first',
    noneHint: 'No title, name or first line has it. It may still be inside a text.',
    more: n =>
      `${number(n, 'more letter', 'more letters')}. A word of the title finds any of them.`,
    count: n => number(n, 'letter', 'letters'),
  },
  commands: {
    title: 'All commands',
    placeholder: 'What would you like to do?',
    list: 'Commands',
    noneHint: 'Try another word, or only the beginning of one.',
    more: n => number(n, 'more command', 'more commands'),
    count: n => number(n, 'command', 'commands'),
  },
} as const satisfies Record<'letters' | 'commands', ChooserWords>;

/** Other names that a command is looked for by. What was typed of them is shown beside its own. */
export const otherNames: Partial<Record<ActionId, readonly string[]>> = {
  'entry.new': ['template'],
  'entry.newBlank': ['blank page', 'journal'],
  'entry.print': ['paper', 'preview'],
  'entry.export': ['save as', 'PDF', 'Word', 'Markdown', 'HTML', 'copy', 'share'],
  'entry.trash': ['remove', 'bin'],
  'go.trash': ['trash', 'bin', 'restore'],
  'go.writing': ['library', 'list'],
  'go.home': ['home', 'steps'],
  'panel.history': ['versions', 'revisions', 'earlier'],
  'vault.lock': ['log out', 'sign out'],
  'vault.backups': ['restore', 'copies', 'snapshots'],
  'vault.recovery': ['lost', 'forgotten', 'passphrase', 'password', 'key'],
  'vault.passphrase': ['password'],
  'vault.newKeys': ['password', 'stolen', 'keys'],
  'app.preferences': [
    'settings',
    'options',
    'appearance',
    'theme',
    'dark',
    'light',
    'mode',
    'lock after minutes',
    'idle',
    'prompts',
    'shortcuts',
  ],
};

/** Read out before the day on which a letter was changed last. */
export const changedOn = 'changed';
