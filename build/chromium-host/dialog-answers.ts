import type { PageAnswer } from './page/page-dialog.ts';

const waiting = new Map<number, (answer: PageAnswer) => void>();
let last = 0;

/** A number for a question to a page, and its answer when it comes. */
export function expectAnswer(): { id: number; answer: Promise<PageAnswer> } {
  const id = (last += 1);
  return { id, answer: new Promise(resolve => waiting.set(id, resolve)) };
}

export function dialogAnswered(id: number, answer: unknown): void {
  waiting.get(id)?.(answer as PageAnswer);
  waiting.delete(id);
}
