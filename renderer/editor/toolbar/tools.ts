import {
  Bold,
  CalendarDays,
  ChartPie,
  Columns3,
  EyeOff,
  HeartHandshake,
  Heading1,
  Heading2,
  Heading3,
  Image,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Lock,
  MessageSquareHeart,
  MessagesSquare,
  Pilcrow,
  Redo2,
  RemoveFormatting,
  Rows3,
  SlidersHorizontal,
  Strikethrough,
  TextQuote,
  Underline,
  Undo2,
  UserRoundCheck,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { actionOf, actions, type ActionId } from '#shared/actions.ts';
import { movingWords } from '../../words/moving.ts';
import type { ToolbarState } from './toolbar-state.ts';

export interface Tool {
  readonly action: ActionId;
  readonly icon: LucideIcon;
  /** Where it is called otherwise than its action is elsewhere. */
  readonly label?: string;
  /** For a switch: whether it is on where the caret is. */
  readonly isOn?: (state: ToolbarState) => boolean;
  readonly isOff?: (state: ToolbarState) => boolean;
  /** Goes into the menu "More formatting" when there is no room for it. */
  readonly leaves?: 'early' | 'late';
  /** Starts a new group in its menu. */
  readonly group?: boolean;
}

const isFixed = ({ kind }: ToolbarState): boolean => kind === 'fixed';

/** The buttons of the toolbar in their groups; the menu of block kinds stands behind the first. */
export const toolGroups: readonly (readonly Tool[])[] = [
  [
    { action: 'format.bold', icon: Bold, isOn: state => state.bold },
    { action: 'format.italic', icon: Italic, isOn: state => state.italic },
    { action: 'format.underline', icon: Underline, isOn: state => state.underline },
    {
      action: 'format.strikethrough',
      icon: Strikethrough,
      isOn: state => state.strikethrough,
      leaves: 'early',
    },
  ],
  [
    { action: 'format.bullets', icon: List, isOn: ({ kind }) => kind === 'bullet', leaves: 'late' },
    {
      action: 'format.numbered',
      icon: ListOrdered,
      isOn: ({ kind }) => kind === 'number',
      leaves: 'late',
    },
    {
      action: 'format.checklist',
      icon: ListChecks,
      isOn: ({ kind }) => kind === 'check',
      leaves: 'late',
    },
  ],
  [
    {
      action: 'format.link',
      icon: Link,
      isOn: state => state.link,
      isOff: isFixed,
      leaves: 'early',
    },
    { action: 'format.clear', icon: RemoveFormatting, leaves: 'early' },
  ],
  [
    { action: 'edit.undo', icon: Undo2, isOff: state => !state.canUndo },
    { action: 'edit.redo', icon: Redo2, isOff: state => !state.canRedo },
  ],
];

/** What a block can become, in the menu of block kinds. */
export const blockTools: readonly Tool[] = [
  { action: 'format.paragraph', icon: Pilcrow, isOn: ({ kind }) => kind === 'paragraph' },
  { action: 'format.heading1', icon: Heading1, isOn: ({ kind }) => kind === 'heading1' },
  { action: 'format.heading2', icon: Heading2, isOn: ({ kind }) => kind === 'heading2' },
  { action: 'format.heading3', icon: Heading3, isOn: ({ kind }) => kind === 'heading3' },
  { action: 'format.quote', icon: TextQuote, isOn: ({ kind }) => kind === 'quote' },
];

/** Who may read the selected words, in a menu of their own; named as in the menu of a section. */
export const readerTools: readonly Tool[] = [
  {
    action: 'format.forEveryone',
    icon: Users,
    label: movingWords.readersAre.everyone,
    isOn: ({ readers }) => readers === null,
  },
  {
    action: 'format.forCounsellor',
    icon: UserRoundCheck,
    label: movingWords.readersAre.counsellor,
    isOn: ({ readers }) => readers === 'counsellor',
  },
  {
    action: 'format.forMe',
    icon: Lock,
    label: movingWords.readersAre.private,
    isOn: ({ readers }) => readers === 'private',
  },
  {
    action: 'format.notNeeded',
    icon: EyeOff,
    label: movingWords.readersAre['not-needed'],
    isOn: ({ readers }) => readers === 'not-needed',
  },
];

const INSERT_ICONS: Readonly<Record<Extract<ActionId, `insert.${string}`>, LucideIcon>> = {
  'insert.statement': MessageSquareHeart,
  'insert.feelings': ChartPie,
  'insert.ladder': Columns3,
  'insert.commitment': HeartHandshake,
  'insert.answer': MessagesSquare,
  'insert.checklist': ListChecks,
  'insert.scale': SlidersHorizontal,
  'insert.date': CalendarDays,
  'insert.picture': Image,
  'insert.section': Rows3,
};

const isInsert = (id: ActionId): id is keyof typeof INSERT_ICONS => Object.hasOwn(INSERT_ICONS, id);

/** What can be put into the text, in the order of the menu bar. */
export const insertTools: readonly Tool[] = actions.flatMap(({ id, group }) =>
  isInsert(id) ? [{ action: id, icon: INSERT_ICONS[id], group: group ?? false }] : [],
);

/** What the row has no room for. Among other things, who may read is said in full. */
export const leavingTools: readonly Tool[] = [
  ...toolGroups.flat().filter(tool => tool.leaves !== undefined),
  ...readerTools.map(({ action, icon, isOn }, at): Tool => ({
    action,
    icon,
    ...(isOn && { isOn }),
    leaves: 'late',
    group: at === 0,
  })),
];

export const labelOf = ({ action, label }: Tool): string => label ?? actionOf(action).label;
