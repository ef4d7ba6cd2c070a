declare global {
  interface Window {
    /** Milliseconds from each click to the frame that shows the text, since they were last taken. */
    takeOpenings: () => number[];
    /** Closes what is open. */
    putAway: () => void;
  }
}

interface Opening {
  readonly open: () => void;
  readonly putAway: () => void;
}

/** A button as large as the window that opens the letter; takes the time until its text is painted. */
export function measureOpening({ open, putAway }: Opening): void {
  let openings: number[] = [];
  window.takeOpenings = () => {
    const taken = openings;
    openings = [];
    return taken;
  };
  window.putAway = putAway;
  const button = document.createElement('button');
  button.textContent = 'Open';
  button.style.cssText = 'position: fixed; inset-block: 0; inset-inline-start: 0; width: 60px;';
  document.body.append(button);
  button.addEventListener('click', event => {
    const clicked = event.timeStamp;
    afterPaint(() => openings.push(performance.now() - clicked));
    open();
  });
}

/** Calls back when the frame that first holds the text of the letter was painted. */
function afterPaint(done: () => void): void {
  requestAnimationFrame(() => {
    const text = document.querySelector('[contenteditable="true"]')?.textContent ?? '';
    if (text.length < 1000) {
      afterPaint(done);
      return;
    }
    // A message is delivered after the frame was laid out and painted.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', done);
    port1.start();
    port2.postMessage(null);
  });
}
