import { OWN_TYPE } from '../paste/own-nodes.ts';

const isPicture = ({ type }: File): boolean => type.startsWith('image/');

/** The pictures among the files that are dropped; other files have no place in a letter. */
export const picturesIn = (transfer: DataTransfer | null): File[] =>
  [...(transfer?.files ?? [])].filter(isPicture);

/** Whether a drag that is still in the air carries a picture. */
export const carriesPicture = (transfer: DataTransfer | null): boolean =>
  [...(transfer?.items ?? [])].some(
    ({ kind, type }) => kind === 'file' && type.startsWith('image/'),
  );

/** The pictures on a clipboard; none where it holds text, which word processors also send as a picture. */
export function pastedPictures(transfer: DataTransfer | null): File[] {
  if (transfer === null || transfer.getData(OWN_TYPE) !== '') return [];
  return isText(transfer.getData('text/plain')) ? [] : picturesIn(transfer);
}

/** File managers put the place of a file on the clipboard as text beside it. */
const isText = (plain: string): boolean =>
  plain
    .split(/\r?\n/)
    .some(line => line.trim() !== '' && !/^(?:file:\/\/|\/|[A-Za-z]:\\)/.test(line.trim()));

/** Asks for pictures; none when the person thinks better of it. */
export function pickPictures(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = true;
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
