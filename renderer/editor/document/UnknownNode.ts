import {
  $getState,
  createState,
  DecoratorNode,
  type EditorConfig,
  type LexicalNode,
  type SerializedLexicalNode,
} from 'lexical';
import { inlineText, type DocumentNode } from '#shared/domain/document.ts';

/** The envelope in which a node from a newer version crosses Lexical's JSON. Never stored. */
export const UNKNOWN_TYPE = 'amends-unknown';

const isNode = (json: unknown): json is DocumentNode =>
  typeof json === 'object' && json !== null && 'type' in json;

const rawState = createState('raw', {
  parse: (json): DocumentNode => (isNode(json) ? json : { type: '' }),
});
const inlineState = createState('inline', { parse: json => json === true });

/** Something this version does not understand: shown as it can be, kept exactly as it was. */
export class UnknownNode extends DecoratorNode<null> {
  override $config() {
    return this.config(UNKNOWN_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [
        { stateConfig: rawState, flat: true },
        { stateConfig: inlineState, flat: true },
      ],
    });
  }

  override createDOM({ theme }: EditorConfig): HTMLElement {
    const dom = document.createElement(this.isInline() ? 'span' : 'div');
    dom.className = String(theme['unknown'] ?? '');
    dom.title = 'This part was made by a newer version of Amends. It is kept as it is.';
    const text = this.getTextContent().trim();
    dom.textContent = text === '' ? 'Not understood by this version, and kept' : text;
    return dom;
  }

  override updateDOM(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): boolean {
    return $getState(this, inlineState);
  }

  override getTextContent(): string {
    return inlineText($getState(this, rawState));
  }
}

/** Wraps a node of an unknown type so that Lexical can carry it. */
export const wrapUnknown = (raw: DocumentNode, inline: boolean): DocumentNode => ({
  type: UNKNOWN_TYPE,
  version: 1,
  raw,
  inline,
});

/** The node as it was stored. */
export const unwrapUnknown = (json: SerializedLexicalNode | DocumentNode): DocumentNode => {
  const raw = (json as DocumentNode)['raw'];
  return isNode(raw) ? raw : { type: '' };
};

export const $isUnknownNode = (node: LexicalNode | null | undefined): node is UnknownNode =>
  node instanceof UnknownNode;
