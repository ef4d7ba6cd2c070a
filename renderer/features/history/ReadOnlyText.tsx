import type { ReactNode } from 'react';
import { blockLines } from '#shared/domain/block-text.ts';
import {
  TEXT_FORMAT,
  childrenOf,
  inlineText,
  type Document,
  type DocumentNode,
} from '#shared/domain/document.ts';
import { historyWords } from '../../words/history.ts';
import styles from './ReadOnlyText.module.css';

/**
 * A document as it reads: made of plain elements and text, without an editor, so that nothing in it
 * can be changed or followed.
 */
export function ReadOnlyText({ document }: { readonly document: Document }) {
  const isBlank = inlineText(document.root).trim() === '';
  return (
    <div className={styles['text']}>
      {isBlank ? <p>{historyWords.blank}</p> : blocks(childrenOf(document.root))}
    </div>
  );
}

const blocks = (nodes: readonly DocumentNode[]): ReactNode =>
  nodes.map((node, at) => <Block key={at} node={node} />);

function Block({ node }: { readonly node: DocumentNode }): ReactNode {
  const lines = blockLines(node);
  if (lines !== undefined) {
    return lines.map(({ kind, nodes }, at) =>
      kind === 'quote' ? (
        <blockquote key={at} dir="auto">
          {inline(nodes)}
        </blockquote>
      ) : (
        <p key={at} dir="auto">
          {inline(nodes)}
        </p>
      ),
    );
  }
  switch (node.type) {
    case 'section-heading':
    case 'heading':
      return inlineText(node).trim() === '' ? null : <h4 dir="auto">{inline(childrenOf(node))}</h4>;
    case 'list':
      return node['listType'] === 'number' ? (
        <ol>{blocks(childrenOf(node))}</ol>
      ) : (
        <ul data-check={node['listType'] === 'check' || undefined}>{blocks(childrenOf(node))}</ul>
      );
    case 'listitem':
      return (
        <li dir="auto" data-checked={node['checked'] === true || undefined}>
          {content(node)}
        </li>
      );
    case 'quote':
      return <blockquote dir="auto">{content(node)}</blockquote>;
    default:
      return holdsBlocks(node) ? blocks(childrenOf(node)) : <Paragraph node={node} />;
  }
}

function Paragraph({ node }: { readonly node: DocumentNode }) {
  const nodes = node.children === undefined ? [node] : node.children;
  return nodes.map(inlineText).join('').trim() === '' ? null : <p dir="auto">{inline(nodes)}</p>;
}

const INLINE = new Set(['text', 'linebreak', 'tab', 'link', 'autolink']);

const holdsBlocks = (node: DocumentNode): boolean =>
  childrenOf(node).some(({ type, children }) => children !== undefined && !INLINE.has(type));

const content = (node: DocumentNode): ReactNode =>
  holdsBlocks(node)
    ? childrenOf(node).map((child, at) =>
        INLINE.has(child.type) ? <Run key={at} node={child} /> : <Block key={at} node={child} />,
      )
    : inline(childrenOf(node));

const inline = (nodes: readonly DocumentNode[]): ReactNode =>
  nodes.map((node, at) => <Run key={at} node={node} />);

function Run({ node }: { readonly node: DocumentNode }): ReactNode {
  if (node.type === 'linebreak') return <br />;
  if (typeof node['text'] !== 'string') {
    // Where a link leads is not shown: it could not be followed from here.
    return node.type === 'tab' ? '\t' : inline(childrenOf(node));
  }
  const format = typeof node['format'] === 'number' ? node['format'] : 0;
  let run: ReactNode = node['text'];
  if (format & TEXT_FORMAT.bold) run = <strong>{run}</strong>;
  if (format & TEXT_FORMAT.italic) run = <em>{run}</em>;
  if (format & TEXT_FORMAT.underline) run = <u>{run}</u>;
  if (format & TEXT_FORMAT.strikethrough) run = <s>{run}</s>;
  return run;
}
