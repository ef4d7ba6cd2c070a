/** What the page's end of a port sends to the host. */
interface Wire {
  readonly toHost: (message: readonly unknown[]) => void;
}

export interface PagePorts {
  readonly receive: (id: number) => MessagePort;
  readonly deliver: (id: number, data: unknown, portIds?: readonly number[]) => void;
  readonly close: (id: number) => void;
}

/**
 * Ports that came with a message. Each is one end of a real channel, so it can be handed on and
 * clones what it carries; we hold the other end and pass messages to the host. Unlike Electron's,
 * Chromium's ports do not say when they are closed, so ours are made to.
 */
export function createPagePorts({ toHost }: Wire): PagePorts {
  const channels = new Map<number, MessageChannel>();
  const ports: PagePorts = {
    receive(id) {
      const channel = new MessageChannel();
      const { port1: ours, port2: theirs } = channel;
      channels.set(id, channel);
      ours.addEventListener('message', event => {
        toHost(['port', id, event.data]);
      });
      ours.start();
      const close = theirs.close.bind(theirs);
      theirs.close = () => {
        close();
        if (channels.delete(id)) toHost(['port-close', id]);
      };
      return theirs;
    },
    deliver(id, data, portIds = []) {
      channels.get(id)?.port1.postMessage(data, portIds.map(ports.receive));
    },
    close(id) {
      const channel = channels.get(id);
      channels.delete(id);
      // Later, so that what was said before is heard before.
      setTimeout(() => {
        channel?.port1.close();
        channel?.port2.dispatchEvent(new Event('close'));
      });
    },
  };
  return ports;
}
