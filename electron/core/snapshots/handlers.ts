import type { AppError } from '#shared/errors.ts';
import type { HandlersFor, VaultProcedure } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Vault } from '../vault/vault.ts';
import { copiesThatHold, removeCopiesThatHold } from './holding.ts';
import * as snapshots from './snapshots.ts';

type SnapshotProcedure = Extract<VaultProcedure, `snapshots.${string}`>;

/** What can be asked about the backups of a vault whose keys are in hand. */
export function createSnapshotHandlers(vault: Vault): HandlersFor<SnapshotProcedure> {
  function inHand<T>(
    work: (hand: snapshots.VaultInHand) => Result<T, AppError>,
  ): Result<T, AppError> {
    const hand = vault.hand();
    return hand === undefined ? err({ code: 'vault.locked' }) : work(hand);
  }

  return {
    'snapshots.list': () => inHand(hand => ok(snapshots.listSnapshots(hand))),
    'snapshots.make': () => inHand(hand => snapshots.makeNow(hand, 'asked')),
    'snapshots.verify': id => inHand(hand => snapshots.verifySnapshot(hand, id)),
    'snapshots.preview': id => inHand(hand => snapshots.previewSnapshot(hand, id)),
    'snapshots.restore': ({ id, differing }) =>
      inHand(hand => snapshots.restoreSnapshot(hand, id, differing)),
    'snapshots.replaceDatabase': id => vault.replaceDatabase(id),
    'snapshots.drill': () => inHand(hand => snapshots.drill(hand)),
    'snapshots.thatHold': ids => inHand(hand => ok(copiesThatHold(hand, ids))),
    'snapshots.removeThoseThatHold': ids => inHand(hand => removeCopiesThatHold(hand, ids)),
    'snapshots.setSecondLocation': ({ folder }) =>
      inHand(hand => snapshots.chooseSecondLocation(hand, folder)),
  };
}
