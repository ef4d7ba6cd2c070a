/** Puts plain text on the clipboard; false when neither of the two ways was allowed. */
export const copyToClipboard = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    // The page has no permission for the clipboard; what is selected may be copied without one.
    () => copyBySelecting(text),
  );

function copyBySelecting(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.className = 'visually-hidden';
  area.value = text;
  // Beside the control that was pressed, so that a dialog does not take the focus back.
  (focused?.parentElement ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
