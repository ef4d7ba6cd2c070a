declare global {
  interface Window {
    /** Milliseconds from each key to the frame that shows it, since they were last taken. */
    takeSamples: () => number[];
    /** Puts the caret at the end of a paragraph in the middle of the text. */
    placeCaret: () => void;
    isReady: boolean;
  }
}

/** Takes the time from each key to the end of the next frame, from outside of any editor. */
export function measureKeys(): void {
  let samples: number[] = [];
  window.takeSamples = () => {
    const taken = samples;
    samples = [];
    return taken;
  };
  window.addEventListener(
    'keydown',
    () => {
      const pressed = performance.now();
      requestAnimationFrame(() => {
        // A message is delivered after the frame was laid out and painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => samples.push(performance.now() - pressed));
        port1.start();
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** Waits until the fonts are there and the first work is done. */
export async function becomeReady(): Promise<void> {
  await document.fonts.ready;
  await new Promise(done => setTimeout(done, 500));
  window.isReady = true;
}

/** The paragraph of the writer's own text that stands in the middle of the letter. */
export function middleParagraph(root: HTMLElement): HTMLElement {
  const paragraphs = [...root.querySelectorAll('p')].filter(
    dom => dom.isContentEditable && (dom.textContent ?? '').length > 100,
  );
  const middle = paragraphs[Math.floor(paragraphs.length / 2)];
  if (middle === undefined) throw new Error('there is no paragraph to type in');
  return middle;
}

export function caretAtEndOf(paragraph: HTMLElement, root: HTMLElement): void {
  root.focus();
  paragraph.scrollIntoView({ block: 'center' });
  document.getSelection()?.selectAllChildren(paragraph);
  document.getSelection()?.collapseToEnd();
}
