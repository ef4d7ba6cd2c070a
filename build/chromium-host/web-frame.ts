import { originOf } from './address.ts';
import { HostEmitter } from './strict.ts';

/** The top frame of a page. Frames below it never get a preload, so no message comes from one. */
export class WebFrameMain extends HostEmitter {
  #url = '';
  #id = '';

  get url(): string {
    return this.#url;
  }

  get origin(): string {
    return originOf(this.#url);
  }

  get parent(): null {
    return null;
  }

  get top(): this {
    return this;
  }

  get frames(): readonly WebFrameMain[] {
    return [];
  }

  /** Chromium's name for the frame. */
  get frameToken(): string {
    return this.#id;
  }

  static moveTo(frame: WebFrameMain, id: string, url: string): void {
    frame.#id = id;
    frame.#url = url;
  }
}
