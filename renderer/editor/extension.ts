import { HistoryExtension } from '@lexical/history';
import { LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { InitialStateExtension } from '@lexical/extension';
import { configExtension, defineExtension, HISTORY_MERGE_TAG } from 'lexical';
import { CheckListExtension } from './blocks/CheckListExtension.ts';
import { CopyExtension } from './copy/CopyExtension.ts';
import { LOAD_TAG } from './document/load.ts';
import { KeysExtension } from './keys/KeysExtension.ts';
import { registerLinkRules } from './link/link-rules.ts';
import { isAllowedUrl } from './link/link-url.ts';
import { NAMESPACE } from './paste/own-nodes.ts';
import { BlocksExtension } from './parts/BlocksExtension.ts';
import { PasteExtension } from './paste/PasteExtension.ts';
import { PictureExtension } from './picture/PictureExtension.ts';
import { ReadersExtension } from './readers/ReadersExtension.ts';
import { SectionExtension } from './section/SectionExtension.ts';
import { theme } from './theme.ts';

/** The letter as an editor: one graph of extensions, the same for every entry. */
export const LetterExtension = defineExtension({
  name: 'amends/letter',
  namespace: NAMESPACE,
  theme,
  dependencies: [
    RichTextExtension,
    configExtension(HistoryExtension, { delay: 1000, maxDepth: 1000, disabled: false }),
    configExtension(ListExtension, { hasStrictIndent: true }),
    CheckListExtension,
    configExtension(LinkExtension, { validateUrl: isAllowedUrl }),
    // Bringing a stored document in is no edit: it can not be undone, and saves nothing.
    configExtension(InitialStateExtension, {
      updateOptions: { tag: [HISTORY_MERGE_TAG, LOAD_TAG] },
    }),
    SectionExtension,
    BlocksExtension,
    PictureExtension,
    ReadersExtension,
    PasteExtension,
    CopyExtension,
    KeysExtension,
  ],
  register: registerLinkRules,
});
