// What is drawn into the text lives where React does not come.

/** An element with a class and text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string | undefined,
  text = '',
): HTMLElementTagNameMap[K] {
  const dom = document.createElement(tag);
  dom.className = className ?? '';
  if (text !== '') dom.textContent = text;
  return dom;
}

/** A button whose meaning is read from its `data-control`. */
export function controlButton(
  control: string,
  className: string | undefined,
  text = '',
): HTMLButtonElement {
  const dom = element('button', className, text);
  dom.type = 'button';
  dom.dataset['control'] = control;
  return dom;
}

/** One of Lucide's signs, by the shapes of its outline. */
export function icon(...paths: readonly string[]): SVGElement {
  const svgNamespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const path of paths) {
    const shape = document.createElementNS(svgNamespace, 'path');
    shape.setAttribute('d', path);
    svg.append(shape);
  }
  return svg;
}
