import type { EditorThemeClasses } from 'lexical';
import styles from './Letter.module.css';

const name = (key: string): string => styles[key] ?? '';

/** Which class each kind of node wears on the sheet. */
export const theme: EditorThemeClasses = {
  paragraph: name('paragraph'),
  quote: name('quote'),
  heading: { h1: name('heading1'), h2: name('heading2'), h3: name('heading3') },
  link: name('link'),
  list: {
    ul: name('bullets'),
    ol: name('numbers'),
    checklist: name('checks'),
    listitem: name('item'),
    listitemChecked: name('checked'),
    listitemUnchecked: name('unchecked'),
    nested: { listitem: name('nesting') },
  },
  text: {
    bold: name('bold'),
    italic: name('italic'),
    underline: name('underline'),
    strikethrough: name('strikethrough'),
    underlineStrikethrough: name('underlineStrikethrough'),
  },
  salutation: name('salutation'),
  section: name('section'),
  sectionHeading: name('sectionHeading'),
  sectionBody: name('sectionBody'),
  unknown: name('unknown'),
};
