/**
 * Marks ranges of the page without touching the text: neither undo nor an input method notices. Of
 * two marks on the same words the one that matters more is seen.
 */
export function showHighlight(name: string, ranges: readonly AbstractRange[], priority = 0): void {
  if (!isSupported()) return;
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

export function clearHighlight(name: string): void {
  if (isSupported()) CSS.highlights.delete(name);
}

const isSupported = (): boolean => 'CSS' in globalThis && 'highlights' in CSS;
