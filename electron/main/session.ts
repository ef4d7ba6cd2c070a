import { app, session, type Session } from 'electron';

/** Before the app is ready: no cache on disk, no host is ever looked up. */
export function quietChromium(): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-http-cache');
  app.commandLine.appendSwitch('disk-cache-size', '1');
  app.commandLine.appendSwitch('disable-gpu-shader-disk-cache');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/**
 * The one session of the app: in memory, with every permission, download and request refused that
 * is not one of our own pages. Network silence stands on five layers (security.md, D10); these are
 * the ones that belong to a session.
 */
export function createSession(): Session {
  const ours = session.fromPartition('amends', { cache: false });
  ours.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  ours.setPermissionCheckHandler(() => false);
  ours.setDevicePermissionHandler(() => false);
  ours.setDisplayMediaRequestHandler((_request, decide) => {
    decide({});
  });
  // Every class that is guarded stays so.
  ours.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  ours.setBluetoothPairingHandler((_details, decide) => {
    decide({ confirmed: false });
  });
  ours.webRequest.onBeforeRequest((details, decide) => {
    const own = details.url.startsWith('app://') || details.url.startsWith('blob:app://');
    // Pictures of a print document stand in it as data; they reach no network.
    decide({ cancel: !own && !details.url.startsWith('data:image/') });
  });
  ours.on('will-download', event => {
    event.preventDefault();
  });
  // The spellchecker of Chromium fetches dictionaries from a server; ours never starts.
  ours.setSpellCheckerEnabled(false);
  ours.setSpellCheckerLanguages([]);
  app.configureHostResolver({ secureDnsMode: 'off' });
  void ours.setProxy({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9' });
  return ours;
}
