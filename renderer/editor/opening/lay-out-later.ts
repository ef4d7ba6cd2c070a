import { registerEventListeners, type LexicalEditor } from 'lexical';

/** A letter with fewer sections is laid out at once. */
const MANY = 12;
/** So many are laid out between two frames. */
const AT_ONCE = 3;
/** A busy computer has no idle moments, but the letter must not stay half laid out. */
const LONGEST_WAIT_MS = 100;

/**
 * Lays a long letter out where it is looked at, so that its text is there at once, and the rest in
 * the idle moments that follow. From then on nothing is estimated: the page never jumps.
 */
export const registerLayOutLater = (editor: LexicalEditor): (() => void) =>
  editor.registerRootListener(root => (root === null ? undefined : layOutLater(root)));

function layOutLater(root: HTMLElement): () => void {
  const sections = [...root.querySelectorAll<HTMLElement>(':scope > section')];
  if (sections.length < MANY) return () => undefined;
  root.dataset['opening'] = '';
  let idle = 0;
  const layOut = () => {
    for (const section of sections.splice(0, AT_ONCE)) section.dataset['laidOut'] = '';
  };
  // These are looked at: were it left to the browser to find that out, it would lay out twice.
  layOut();
  const layOutNext = () => {
    layOut();
    if (sections.length === 0) finish();
    else wait();
  };
  const wait = () => {
    idle = requestIdleCallback(layOutNext, { timeout: LONGEST_WAIT_MS });
  };
  const finish = () => {
    stop();
    delete root.dataset['opening'];
  };
  // Whoever goes somewhere at once must get there: what lies between may not be an estimate.
  const forget = registerEventListeners(root, { keydown: finish, pointerdown: finish }, true);
  // The first frame shows the text; only then there is time.
  const frame = requestAnimationFrame(wait);
  const stop = () => {
    forget();
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
  return stop;
}
