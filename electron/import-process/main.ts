import { forbidMemoryDumps } from '../main/memory-dumps.ts';
import type { ReadOrder, ReadReport } from './orders.ts';
import { readAll } from './read-all.ts';
import { createTeller } from './teller.ts';

forbidMemoryDumps();
const { parentPort } = process;
const report = (said: ReadReport): void => {
  parentPort.postMessage(said);
};

parentPort.on('message', ({ data, ports: [port] }) => {
  const order = data as ReadOrder;
  if (order.type === 'read' && port !== undefined) {
    void readAll(order.files, createTeller(port), report);
  }
});
