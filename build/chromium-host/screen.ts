import { HostEmitter } from './strict.ts';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly availWidth: number;
  readonly availHeight: number;
  readonly scale: number;
}

/** The one screen that Chromium tells a page about. */
class Screen extends HostEmitter {
  #seen: Seen = {
    width: 1280,
    height: 800,
    x: 0,
    y: 0,
    availWidth: 1280,
    availHeight: 800,
    scale: 1,
  };

  static learn(own: Screen, seen: Seen): void {
    own.#seen = seen;
  }

  getPrimaryDisplay() {
    const { width, height, x, y, availWidth, availHeight, scale } = this.#seen;
    const workArea = { x, y, width: availWidth, height: availHeight };
    return {
      id: 1,
      label: '',
      bounds: { x: 0, y: 0, width, height },
      size: { width, height },
      workArea,
      workAreaSize: { width: availWidth, height: availHeight },
      scaleFactor: scale,
      rotation: 0,
      internal: false,
    };
  }

  getAllDisplays() {
    return [this.getPrimaryDisplay()];
  }

  getDisplayMatching(_rectangle: Rectangle) {
    return this.getPrimaryDisplay();
  }

  getDisplayNearestPoint(_point: { x: number; y: number }) {
    return this.getPrimaryDisplay();
  }
}

export const screen = new Screen();
export const learnScreen = (seen: Seen): void => {
  Screen.learn(screen, seen);
};
