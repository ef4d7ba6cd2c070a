/**
 * Remembers the caret, or what is selected, in a text that has the focus. The returned function gives
 * it back, and tells whether it could: a text that only gets the focus back begins at its start.
 */
export function holdCaret(): () => boolean {
  const text = document.activeElement;
  const caret = window.getSelection();
  if (!(text instanceof HTMLElement) || !text.isContentEditable || caret === null) return nothing;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = caret;
  return () => {
    const isThere = text.isConnected && text.contains(anchorNode) && text.contains(focusNode);
    if (!isThere || anchorNode === null || focusNode === null) return false;
    text.focus({ preventScroll: true });
    // The text may have changed since.
    const within = (node: Node, offset: number) => Math.min(offset, lengthOf(node));
    caret.setBaseAndExtent(
      anchorNode,
      within(anchorNode, anchorOffset),
      focusNode,
      within(focusNode, focusOffset),
    );
    return true;
  };
}

const nothing = (): boolean => false;

const lengthOf = (node: Node): number =>
  node instanceof CharacterData ? node.length : node.childNodes.length;
