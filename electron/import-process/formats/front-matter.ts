/** What is read of the lines before a Markdown text. */
export interface FrontMatter {
  readonly title: string | null;
  readonly date: string | null;
  readonly tags: number;
  /** Other lines, which do not come along. */
  readonly details: number;
  /** The text behind it. */
  readonly rest: string;
}

const NONE = { title: null, date: null, tags: 0, details: 0 };
/** A text that begins with a line of dashes and has no end to it near by is just a text. */
const LONGEST = 64 * 1024;

/**
 * Reads front matter as far as a letter can keep it: one line a key. What is written in any other
 * way of YAML is counted, never understood, so that no file can make more of it than there is.
 */
export function frontMatter(text: string): FrontMatter {
  const head = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (head === null) return { ...NONE, rest: text };
  const found = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(head[0].length, LONGEST));
  if (found === null) return { ...NONE, rest: text };
  const inside = text.slice(head[0].length, head[0].length + found.index);
  const lines = fieldsIn(inside.split(/\r?\n/));
  if (lines === null || !lines.some(isMade)) return { ...NONE, rest: text };
  const rest = text.slice(head[0].length + found.index + found[0].length).replace(/^\r?\n/, '');
  return { ...readFields(lines), rest };
}

interface Field {
  /** '' for a comment. */
  readonly name: string;
  readonly isOneLowWord: boolean;
  readonly value: string;
  /** The lines that belong to it, below it. */
  readonly more: string[];
}

/** The lines as fields; null if one of them is anything else, for then it is what someone wrote between two rules. */
function fieldsIn(lines: readonly string[]): readonly Field[] | null {
  const fields: Field[] = [];
  for (const line of lines) {
    const field = fieldIn(line);
    if (field !== null) fields.push(field);
    else if (line.trim() === '') continue;
    else {
      const belongs = /^(?:\s|-(?:\s|$))/.test(line) && (fields.at(-1)?.name ?? '') !== '';
      if (!belongs) return null;
      fields.at(-1)?.more.push(line.trim());
    }
  }
  return fields;
}

function fieldIn(line: string): Field | null {
  if (line.startsWith('#')) return { name: '', isOneLowWord: false, value: line, more: [] };
  const { key, value } =
    /^(?<key>[\p{L}_][\p{L}\p{N}_ -]{0,60}):(?:\s+(?<value>.*))?$/u.exec(line)?.groups ?? {};
  if (key === undefined) return null;
  const isOneLowWord = /^[\p{Ll}_][\p{L}\p{N}_-]*$/u.test(key);
  return { name: key.trim().toLowerCase(), isOneLowWord, value: (value ?? '').trim(), more: [] };
}

/** What a program writes there. "Dear Anna:" is a line of a letter. */
const isMade = ({ name, isOneLowWord }: Field): boolean =>
  isOneLowWord || name === 'title' || DATES.has(name) || TAGS.has(name);

function readFields(lines: readonly Field[]): Omit<FrontMatter, 'rest'> {
  const fields = { ...NONE } as {
    -readonly [K in keyof Omit<FrontMatter, 'rest'>]: Omit<FrontMatter, 'rest'>[K];
  };
  for (const { name, value, more } of lines) {
    if (TAGS.has(name)) fields.tags += listOf(value).length + more.length;
    else if (name === 'title' || DATES.has(name)) {
      const one = name === 'title' ? 'title' : 'date';
      const said = more.length === 0 ? scalarOf(value) : null;
      const isUsed = said !== null && fields[one] === null;
      if (isUsed) fields[one] = said;
      else if (value !== '' || more.length > 0) fields.details += 1;
    } else fields.details += 1;
  }
  return fields;
}

const DATES = new Set(['date', 'created', 'day', 'datum', 'creation date']);
const TAGS = new Set(['tags', 'tag', 'keywords', 'categories']);

/** A text as it stands, without its quotes; null for what spans several lines or points elsewhere. */
function scalarOf(value: string): string | null {
  if (/^["']/.test(value)) return unquoted(value);
  return value === '' || /^[|>&*!{[]/.test(value) ? null : value.replace(/\s+#.*$/, '');
}

function unquoted(value: string): string | null {
  if (value.startsWith("'"))
    return /^'(?<text>(?:[^']|'')*)'/.exec(value)?.[1]?.replaceAll("''", "'") ?? null;
  try {
    const text: unknown = JSON.parse(/^"(?:[^"\\]|\\.)*"/.exec(value)?.[0] ?? '');
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

const listOf = (value: string): readonly string[] =>
  value
    .replaceAll(/[[\]]/g, '')
    .split(',')
    .filter(item => item.trim() !== '');
