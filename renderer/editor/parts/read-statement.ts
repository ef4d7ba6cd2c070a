import type { PartOf } from '#shared/domain/blocks.ts';

export type StatementTexts = Readonly<Record<PartOf<'statement'>, string>>;

const STATEMENT =
  /^when\s+(?<when>.+?),?\s+i\s+feel\s+(?<feel>.+?)(?:,?\s+because\s+i\s+need\s+(?<need>.+?))?(?:[.,;]?\s+i\s+would\s+like\s+(?<like>.+))?$/isu;

/** The parts of a sentence that is an "I feel" statement; null for any other text. */
export function readStatement(text: string): StatementTexts | null {
  const groups = STATEMENT.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const part = (name: PartOf<'statement'>) => (groups[name] ?? '').trim().replace(/[.,;]$/u, '');
  const texts = { when: part('when'), feel: part('feel'), need: part('need'), like: part('like') };
  // Two parts alone are a sentence that begins like a statement, and better left as it is.
  return texts.need === '' && texts.like === '' ? null : texts;
}
