import { recoverySheetWords as words } from '#shared/content/recovery-sheet.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { escapeHtml } from './html-text.ts';

/** A recovery code to keep outside of the computer: as the inside of a page, and as plain text. */
export function recoverySheet(code: string): Output<'vault.recoverySheet'> {
  const about = [words.purpose, words.howTo, words.keep, words.unlocked];
  const html = [
    `<p class="title">${escapeHtml(words.title)}</p>`,
    `<p class="code">${code.split('-').map(escapeHtml).join(' ')}</p>`,
    ...about.map(line => `<p>${escapeHtml(line)}</p>`),
  ].join('');
  return {
    code,
    paper: { html, language: 'en', leftOut: [] },
    text: [words.title, '', code, '', ...about, ''].join('\n'),
  };
}
