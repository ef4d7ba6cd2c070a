/** Marks ranges of the page without touching the text: neither undo nor an input method notices. */
export function showHighlight(name: string, ranges: readonly Range[]): void {
  if (isSupported()) CSS.highlights.set(name, new Highlight(...ranges));
}

export function clearHighlight(name: string): void {
  if (isSupported()) CSS.highlights.delete(name);
}

const isSupported = (): boolean => 'CSS' in globalThis && 'highlights' in CSS;
