import {
  $getNearestNodeFromDOMNode,
  HISTORY_PUSH_TAG,
  isHTMLElement,
  mergeRegister,
  registerEventListeners,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

/** The page stays where it is, and the focus on what was pressed; yet it is an edit of its own. */
export const ASIDE_STEP = [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];

/** Makes a drawn element a group of radio buttons, one for each of its buttons with a `data-choice`. */
export function makeChoices(group: HTMLElement, id: string, label: string): void {
  group.id = id;
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-label', label);
}

/** A radio button; its group is `makeChoices`. */
export function makeChoice(button: HTMLButtonElement, value: string): HTMLButtonElement {
  button.dataset['choice'] = value;
  button.setAttribute('role', 'radio');
  return button;
}

/** Shows which one is chosen, if any. It may run for every key typed, so it writes only what changed. */
export function showChoice(group: HTMLElement, chosen: string | null): void {
  const buttons = choicesIn(group);
  const entry = buttons.find(({ dataset }) => dataset['choice'] === chosen) ?? buttons[0];
  for (const button of buttons) {
    set(button, 'aria-checked', String(button.dataset['choice'] === chosen));
    set(button, 'tabindex', button === entry ? '0' : '-1');
  }
}

const choicesIn = (group: HTMLElement): HTMLElement[] => [
  ...group.querySelectorAll<HTMLElement>('[data-choice]'),
];

function set(dom: HTMLElement, attribute: string, value: string): void {
  if (dom.getAttribute(attribute) !== value) dom.setAttribute(attribute, value);
}

/** What the buttons do: a press or Space chooses, the arrows go from one to the next. */
export function registerChoices(
  editor: LexicalEditor,
  $choose: (node: LexicalNode, value: string) => void,
): () => void {
  return mergeRegister(
    editor.registerRootListener(root =>
      root === null
        ? undefined
        : registerEventListeners(root, {
            click: ({ target }) => {
              const button = choiceAt(target);
              if (button === null) return;
              editor.update(
                () => {
                  const node = $getNearestNodeFromDOMNode(button);
                  if (node !== null) $choose(node, button.dataset['choice'] ?? '');
                },
                { tag: ASIDE_STEP },
              );
            },
            keydown: onKey,
          }),
    ),
  );
}

const choiceAt = (target: EventTarget | null): HTMLElement | null =>
  isHTMLElement(target) ? target.closest<HTMLElement>('[data-choice]') : null;

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

function onKey(event: KeyboardEvent): void {
  const button = choiceAt(event.target);
  const group = button?.closest<HTMLElement>('[role="radiogroup"]') ?? null;
  if (button === null || group === null) return;
  const next = nextChoice(choicesIn(group), button, event.key);
  if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  next.focus();
}

function nextChoice(
  buttons: readonly HTMLElement[],
  from: HTMLElement,
  key: string,
): HTMLElement | undefined {
  if (key === 'Home') return buttons[0];
  if (key === 'End') return buttons.at(-1);
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return buttons[(buttons.indexOf(from) + step + buttons.length) % buttons.length];
}
