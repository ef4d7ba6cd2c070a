import { CheckBox, ExternalHyperlink, Tab, TextRun, type ParagraphChild } from 'docx';
import type { LinkRun, PlainRun, Run } from '#shared/output/letter.ts';
import { textOf } from '#shared/output/runs.ts';

const LETTERS_FROM_RIGHT =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a line is read from right to left: by its first letter, as `dir="auto"` has it. */
export const isFromRight = (runs: readonly Run[]): boolean => LETTERS_FROM_RIGHT.test(textOf(runs));

/** What stands in a line, as the children of a paragraph in Word. */
export function wordRuns(runs: readonly Run[]): ParagraphChild[] {
  const rightToLeft = isFromRight(runs);
  return runs.flatMap((run): ParagraphChild[] =>
    run.kind === 'link' ? [wordLink(run, rightToLeft)] : plainRuns(run, rightToLeft),
  );
}

const wordLink = ({ url, runs }: LinkRun, rightToLeft: boolean): ExternalHyperlink =>
  new ExternalHyperlink({
    link: encodeURI(decodable(url)),
    children: runs.flatMap(run => plainRuns(run, rightToLeft, 'Hyperlink')),
  });

/** An address with spaces or letters of any script is encoded once, one that is encoded already not twice. */
function decodable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** A line feed or a tab inside of a text is an element of its own in Word. */
const plainRuns = (run: PlainRun, rightToLeft: boolean, style?: string): TextRun[] =>
  pieces(run).map(piece => plainRun(piece, rightToLeft, style));

const pieces = (run: PlainRun): readonly PlainRun[] =>
  run.kind !== 'text'
    ? [run]
    : run.text.split(/(\t|\n)/).flatMap((text): PlainRun[] => {
        if (text === '') return [];
        if (text === '\n') return [{ kind: 'break' }];
        return text === '\t' ? [{ kind: 'tab' }] : [{ ...run, text }];
      });

function plainRun(run: PlainRun, rightToLeft: boolean, style: string | undefined): TextRun {
  const styled = { rightToLeft, ...(style === undefined ? {} : { style }) };
  if (run.kind === 'break') return new TextRun({ ...styled, break: 1 });
  if (run.kind === 'tab') return new TextRun({ ...styled, children: [new Tab()] });
  const has = (emphasis: (typeof run.emphasis)[number]) => run.emphasis.includes(emphasis);
  return new TextRun({
    ...styled,
    text: run.text,
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italics: true } : {}),
    ...(has('strike') ? { strike: true } : {}),
    ...(has('underline') ? { underline: {} } : {}),
  });
}

/** A box that can be ticked in Word. */
export const wordCheckBox = (checked: boolean): CheckBox =>
  new CheckBox({
    checked,
    checkedState: { value: '2611', font: 'Segoe UI Symbol' },
    uncheckedState: { value: '2610', font: 'Segoe UI Symbol' },
  });
