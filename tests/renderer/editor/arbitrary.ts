import * as fc from 'fast-check';
import {
  blockOfParts,
  COMMITMENT_STATUSES,
  lineOf,
  PARTS,
  scaleOf,
  type PartedType,
} from '#shared/domain/blocks.ts';
import { paragraphOf, textOf, type Document, type DocumentNode } from '#shared/domain/document.ts';
import { letterOf, salutation, section } from './support.ts';

const line = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.stringMatching(/^[a-zé]{1,6}( [a-z]{1,6})?$/) },
);

const texts = fc.array(line, { minLength: 4, maxLength: 4 });

const parted = fc
  .record({
    type: fc.constantFrom(...(Object.keys(PARTS) as PartedType[])),
    texts,
    status: fc.constantFrom(...COMMITMENT_STATUSES),
  })
  .map(({ type, texts: written, status }): DocumentNode => {
    const names: readonly string[] = PARTS[type];
    const block = blockOfParts(
      type,
      Object.fromEntries(names.map((name, index) => [name, written[index] ?? ''])),
    );
    return type === 'commitment' ? { ...block, status } : block;
  });

const scale = fc
  .record({ value: fc.option(fc.integer({ min: 0, max: 10 })), note: line })
  .map(({ value, note }): DocumentNode => ({
    ...scaleOf({ minLabel: 'low', maxLabel: 'high' }),
    value,
    children: note === '' ? [] : [textOf(note)],
  }));

const list = fc
  .record({
    items: fc.array(line, { minLength: 1, maxLength: 3 }),
    listType: fc.constantFrom('bullet', 'check'),
  })
  .map(({ items, listType }): DocumentNode => ({
    type: 'list',
    version: 1,
    listType,
    start: 1,
    tag: 'ul',
    children: items.map((item, index) => ({
      type: 'listitem',
      version: 1,
      value: index + 1,
      ...(listType === 'check' && { checked: index === 0 }),
      children: item === '' ? [] : [textOf(item)],
    })),
  }));

/** What a version of the app that is not written yet may put into a line. */
const mention = line.map((text): DocumentNode => ({
  type: 'new-inline',
  version: 2,
  who: 'M',
  text,
}));

const link = line.map((text): DocumentNode => ({
  type: 'link',
  version: 1,
  url: 'https://example.org/',
  rel: null,
  target: null,
  title: null,
  children: [textOf(text || 'here')],
}));

const inline = fc.oneof(
  line.map(text => textOf(text || 'a')),
  line.map((text): DocumentNode => ({ ...textOf(text || 'b'), format: 1 })),
  link,
  mention,
);

const paragraph = fc
  .array(inline, { maxLength: 4 })
  .map((children): DocumentNode => ({ ...paragraphOf(''), children }));

const textBlock = fc
  .record({ type: fc.constantFrom('heading', 'quote'), text: line })
  .map(({ type, text }): DocumentNode => ({
    ...paragraphOf(text),
    type,
    ...(type === 'heading' && { tag: 'h2' }),
  }));

const picture = line.map((caption): DocumentNode => ({
  type: 'picture',
  version: 1,
  picture: 'a'.repeat(64),
  description: '',
  width: 100,
  naturalWidth: 40,
  naturalHeight: 30,
  children: caption === '' ? [] : [textOf(caption)],
}));

const newBlock: fc.Arbitrary<DocumentNode> = line.map(text => ({
  type: 'new-block',
  version: 4,
  children: [textOf(text || 'new')],
}));

/** A block of any kind, as a letter may hold it. */
export const anyBlock: fc.Arbitrary<DocumentNode> = fc.oneof(
  line.map(paragraphOf),
  paragraph,
  textBlock,
  parted,
  parted,
  scale,
  picture,
  newBlock,
  fc
    .record({ type: fc.constantFrom('date', 'feelings'), text: line })
    .map(each => lineOf(each.type, each.text)),
  list,
);

const blocks = fc.array(anyBlock, { minLength: 1, maxLength: 3 });

/** A legal letter with every kind of block in it. */
export const anyLetter: fc.Arbitrary<Document> = fc
  .record({
    greeting: line,
    sections: fc.array(fc.record({ heading: line, blocks }), { maxLength: 2 }),
    blocks: fc.array(anyBlock, { maxLength: 2 }),
  })
  .map(({ greeting, sections, blocks: others }) =>
    letterOf(
      salutation(greeting),
      ...sections.map(each => section(each.heading || 'Heading', ...each.blocks)),
      ...others,
      paragraphOf('end'),
    ),
  );
