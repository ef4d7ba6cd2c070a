import { getExtensionDependencyFromEditor, namedSignals } from '@lexical/extension';
import { defineExtension, safeCast, type LexicalEditor } from 'lexical';
import { dayOf, type Day } from '#shared/domain/day.ts';

/** By what the days in a letter are read: its own day, and the language of the person. */
export interface LetterDays {
  readonly writtenOn: Day;
  readonly locale: string;
}

/** Knows the day of the letter, which the person may change while it is open. */
export const LetterDaysExtension = defineExtension({
  name: 'amends/letter-days',
  config: safeCast<LetterDays>({ writtenOn: dayOf(new Date()), locale: navigator.language }),
  build: (_editor, config) => namedSignals(config),
});

/** As signals: who reads them in an effect hears of another day. */
export const letterDaysOf = (editor: LexicalEditor) =>
  getExtensionDependencyFromEditor(editor, LetterDaysExtension).output;
