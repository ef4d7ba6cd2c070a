import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { staysOut, type Copy, type PassageMark } from '#shared/domain/audience.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { Block, Item, List, Part, Run } from '#shared/output/letter.ts';
import { printWords as words } from '../../words/print.ts';
import styles from './MarkedLetter.module.css';
import { copies } from './queries.ts';

interface MarkedLetterProps {
  readonly id: EntryId;
  readonly copy: Copy;
}

/** The whole letter, in which every passage that stays out of a copy is seen where it stands. */
export function MarkedLetter({ id, copy }: MarkedLetterProps) {
  const { data } = useQuery(copies.letter(id, copy));
  return (
    <div className={styles['desk']} role="region" aria-label={words.markedLetter} tabIndex={0}>
      <div className={styles['sheet']}>
        {data?.letter.parts.map((part, index) => (
          <PartOf key={index} part={part} copy={copy} />
        ))}
      </div>
    </div>
  );
}

interface PassageProps {
  readonly mark: PassageMark | null;
  readonly copy: Copy;
  readonly children: ReactNode;
}

/** A passage, set apart when it stays out. */
function Passage({ mark, copy, children }: PassageProps) {
  if (!staysOut(mark, copy)) return children;
  return (
    <div className={styles['out']} role="group" aria-label={words.staysOutHere}>
      <p className={styles['why']} aria-hidden>
        {words.staysOutHere}
        {mark !== null && ` · ${words.why[mark]}`}
      </p>
      {children}
    </div>
  );
}

function PartOf({ part, copy }: { readonly part: Part; readonly copy: Copy }) {
  if (part.kind === 'loose') return <Blocks blocks={part.blocks} copy={copy} />;
  if (part.kind === 'salutation') {
    return (
      <Passage mark={part.mark} copy={copy}>
        <p dir="auto">
          <Runs runs={part.runs} copy={copy} />
        </p>
      </Passage>
    );
  }
  return (
    <Passage mark={part.mark} copy={copy}>
      <section>
        {part.heading !== '' && <h3 dir="auto">{part.heading}</h3>}
        {/* What is inside goes with the section, and is not set apart once more. */}
        <Blocks blocks={part.blocks} copy={staysOut(part.mark, copy) ? WHOLE : copy} />
      </section>
    </Passage>
  );
}

const WHOLE: Copy = { audience: 'for-me', withPrivate: true };

function Blocks({ blocks, copy }: { readonly blocks: readonly Block[]; readonly copy: Copy }) {
  return blocks.map((block, index) => (
    <Passage key={index} mark={block.kind === 'blank' ? null : block.mark} copy={copy}>
      <BlockOf
        block={block}
        copy={block.kind !== 'blank' && staysOut(block.mark, copy) ? WHOLE : copy}
      />
    </Passage>
  ));
}

function BlockOf({ block, copy }: { readonly block: Block; readonly copy: Copy }) {
  switch (block.kind) {
    case 'blank':
      return <br />;
    case 'paragraph':
    case 'line':
      return (
        <p dir="auto">
          <Runs runs={block.runs} copy={copy} />
        </p>
      );
    case 'heading':
      return (
        <h4 dir="auto">
          <Runs runs={block.runs} copy={copy} />
        </h4>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} copy={copy} />
        </blockquote>
      );
    case 'list':
      return <ListOf list={block} copy={copy} />;
    case 'picture':
      return (
        <p className={styles['picture']} dir="auto">
          {words.picture(block.description)} <Runs runs={block.caption} copy={copy} />
        </p>
      );
    default:
      return block satisfies never;
  }
}

function ListOf({ list, copy }: { readonly list: List; readonly copy: Copy }) {
  const items = list.items.map((item, index) => (
    <li key={index} dir="auto">
      <ItemOf item={item} copy={copy} />
    </li>
  ));
  return list.style === 'number' ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

const ItemOf = ({ item, copy }: { readonly item: Item; readonly copy: Copy }) => (
  <Passage mark={item.mark} copy={copy}>
    <Runs runs={item.runs} copy={staysOut(item.mark, copy) ? WHOLE : copy} />
    {item.lists.map((list, index) => (
      <ListOf key={index} list={list} copy={copy} />
    ))}
  </Passage>
);

function Runs({ runs, copy }: { readonly runs: readonly Run[]; readonly copy: Copy }) {
  return runs.map((run, index) => {
    if (run.kind === 'break') return <br key={index} />;
    if (run.kind === 'tab') return '\t';
    if (run.kind === 'link') return <Runs key={index} runs={run.runs} copy={copy} />;
    if (!staysOut(run.mark, copy)) return run.text;
    return (
      <del key={index} className={styles['words']}>
        {run.text}
      </del>
    );
  });
}
