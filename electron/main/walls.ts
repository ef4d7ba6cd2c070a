import { app } from 'electron';

/**
 * No page of ours ever navigates by itself, opens a window, embeds another page or keeps developer
 * tools open. The app's own `loadURL` does not pass through these events.
 */
export function raiseWalls(): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (event: { preventDefault: () => void }) => {
      event.preventDefault();
    };
    contents.on('will-navigate', refuse);
    contents.on('will-frame-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-attach-webview', refuse);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('devtools-opened', () => {
      if (app.isPackaged) contents.closeDevTools();
    });
  });
}
