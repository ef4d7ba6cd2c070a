export interface PageQuestion {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  /** What Escape answers. */
  readonly cancel: number;
  /** The path that is suggested; null when only a button is asked for. */
  readonly path: string | null;
}

export interface PageAnswer {
  readonly button: number;
  readonly path: string;
}

/** A dialog drawn over the page, for computers that have no program to ask with. */
export function askInPage(question: PageQuestion): Promise<PageAnswer> {
  const make = <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    style: string,
    text = '',
  ): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    element.style.cssText = style;
    element.textContent = text;
    return element;
  };

  const dialog = make(
    'dialog',
    'margin:auto;padding:24px;width:420px;max-width:80vw;border:1px solid GrayText;border-radius:10px;' +
      'background:Canvas;color:CanvasText;font:15px/1.5 system-ui,sans-serif;color-scheme:light dark',
  );
  const heading = make('p', 'margin:0 0 8px;font-weight:600', question.message);
  const detail = make('p', 'margin:0 0 16px;white-space:pre-wrap', question.detail);
  const row = make('div', 'display:flex;gap:8px;justify-content:flex-end;flex-wrap:wrap');
  const path = make(
    'input',
    'box-sizing:border-box;width:100%;margin:0 0 16px;padding:8px;font:inherit',
  );
  path.value = question.path ?? '';
  path.setAttribute('aria-label', question.message);
  dialog.append(heading, detail, ...(question.path === null ? [] : [path]), row);

  return new Promise(resolve => {
    const answer = (button: number): void => {
      dialog.remove();
      resolve({ button, path: path.value });
    };
    for (const [index, label] of question.buttons.entries()) {
      const button = make('button', 'padding:7px 14px;font:inherit', label);
      button.addEventListener('click', () => {
        answer(index);
      });
      row.append(button);
    }
    path.addEventListener('keydown', event => {
      if (event.key === 'Enter') answer(0);
    });
    // The page below must not see what is typed here.
    for (const type of ['keydown', 'keyup', 'input', 'paste', 'beforeinput'] as const) {
      dialog.addEventListener(type, event => {
        event.stopPropagation();
      });
    }
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      answer(question.cancel);
    });
    document.documentElement.append(dialog);
    dialog.showModal();
    path.select();
  });
}
