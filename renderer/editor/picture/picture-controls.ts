import {
  $getNearestNodeFromDOMNode,
  $getState,
  HISTORY_PUSH_TAG,
  isHTMLElement,
  mergeRegister,
  registerEventListeners,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { PICTURE_WIDTHS } from '#shared/domain/blocks.ts';
import { pictureWords } from '../../words/pictures.ts';
import { registerChoices } from '../choices.ts';
import { announce } from '../move/announce.ts';
import { DESCRIBE_PICTURE_COMMAND } from './commands.ts';
import { $removePicture } from './insert.ts';
import { $setPictureData, readingState } from './picture-state.ts';
import { $isPictureNode, type PictureNode } from './PictureNode.ts';

/** What the controls of a picture do. */
export const registerPictureControls = (
  editor: LexicalEditor,
  cancel: (reading: string) => void,
): (() => void) =>
  mergeRegister(
    registerChoices(editor, $setWidth),
    editor.registerRootListener(root =>
      root === null
        ? undefined
        : registerEventListeners(root, { click: event => onClick(editor, event, cancel) }),
    ),
  );

function $setWidth(node: LexicalNode, value: string): void {
  const width = PICTURE_WIDTHS.find(each => String(each) === value);
  if ($isPictureNode(node) && width !== undefined) $setPictureData(node, { width });
}

function onClick(editor: LexicalEditor, event: Event, cancel: (reading: string) => void): void {
  const target = isHTMLElement(event.target) ? event.target : null;
  const block = target?.closest<HTMLElement>('[data-block="picture"]') ?? null;
  if (target === null || block === null) return;
  const control = target.closest<HTMLElement>('[data-control]');
  switch (control?.dataset['control']) {
    case 'cancel-picture': {
      const name = editor.read(() => {
        const picture = $pictureAt(target);
        return picture === null ? '' : $getState(picture, readingState);
      });
      cancel(name);
      editor.focus();
      return;
    }
    case 'remove-picture':
      updateAt(editor, target, $removePicture);
      editor.focus();
      announce(editor, pictureWords.removed);
      return;
    case 'describe-picture':
      if (control !== null) editor.dispatchCommand(DESCRIBE_PICTURE_COMMAND, control);
      return;
    case undefined:
      // A press on the picture itself goes to its caption: there is nothing else to write in.
      if (!target.isContentEditable) updateAt(editor, target, picture => picture.selectEnd());
      return;
    default:
  }
}

function updateAt(
  editor: LexicalEditor,
  target: HTMLElement,
  $edit: (picture: PictureNode) => void,
): void {
  editor.update(
    () => {
      const picture = $pictureAt(target);
      if (picture !== null) $edit(picture);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** The picture that a drawn control belongs to. */
export function $pictureAt(control: HTMLElement): PictureNode | null {
  const node = $getNearestNodeFromDOMNode(control);
  return $isPictureNode(node) ? node : null;
}
