import type { Codec } from './clone-codec.ts';
import type { createSealedLine, SealedLine } from './sealed-line.ts';

/** What the page's end of a port sends to the host. */
interface Wire {
  readonly toHost: (message: readonly unknown[]) => void;
  readonly seal: typeof createSealedLine;
  readonly codec: Codec;
}

/** A port's name on the wire, and whether it leads to another process than the main one. */
export interface PortName {
  readonly id: number;
  readonly isFar: boolean;
}

export interface PagePorts {
  readonly receive: (name: PortName) => MessagePort;
  readonly deliver: (id: number, data: unknown, ports?: readonly PortName[]) => void;
  readonly close: (id: number) => void;
}

interface Channel {
  readonly ours: MessagePort;
  readonly theirs: MessagePort;
  readonly line: SealedLine;
}

/**
 * Ports that came with a message. Each is one end of a real channel, so it can be handed on and
 * clones what it carries; we hold the other end and pass messages to the host. Unlike Electron's,
 * Chromium's ports do not say when they are closed, so ours are made to.
 */
export function createPagePorts({ toHost, seal, codec }: Wire): PagePorts {
  const channels = new Map<number, Channel>();
  const ports: PagePorts = {
    receive({ id, isFar }) {
      const { port1: ours, port2: theirs } = new MessageChannel();
      const line = seal(codec, {
        send: data => {
          toHost(['port', id, data]);
        },
        deliver: data => {
          ours.postMessage(data);
        },
      });
      channels.set(id, { ours, theirs, line });
      if (isFar) line.begin();
      ours.addEventListener('message', event => {
        line.say(event.data);
      });
      ours.start();
      const close = theirs.close.bind(theirs);
      theirs.close = () => {
        close();
        if (channels.delete(id)) toHost(['port-close', id]);
      };
      return theirs;
    },
    deliver(id, data, names = []) {
      const channel = channels.get(id);
      if (names.length === 0) channel?.line.heard(data);
      else channel?.ours.postMessage(data, names.map(ports.receive));
    },
    close(id) {
      const channel = channels.get(id);
      channels.delete(id);
      // Later, so that what was said before is heard before.
      setTimeout(() => {
        channel?.ours.close();
        channel?.theirs.dispatchEvent(new Event('close'));
      });
    },
  };
  return ports;
}
