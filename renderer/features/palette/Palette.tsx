import { useEffect, useRef, useState } from 'react';
import { actions } from '#shared/actions.ts';
import { isMeaningful, PALETTES, perform } from '../../actions/perform.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { paletteWords } from '../../words/palette.ts';
import { Commands } from './Commands.tsx';
import { Letters } from './Letters.tsx';

interface PaletteProps {
  readonly of: 'letters' | 'commands';
  readonly onClose: () => void;
}

/** A field with the focus, and below it what fits: a letter to open, or something to do. */
export function Palette({ of, onClose }: PaletteProps) {
  // What means something is known before the field has the focus, and not any more then.
  const [meaningful] = useState(() =>
    actions.filter(({ id }) => !PALETTES.has(id) && isMeaningful(id)),
  );
  const whenGone = useWhenGone();
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(of);
  useEffect(() => {
    // The other way in was taken while it was open: that field is a new one.
    if (before.current !== of) field.current?.focus();
    before.current = of;
  }, [of]);
  return (
    <Dialog
      title={paletteWords[of].title}
      onClose={onClose}
      width="medium"
      initialFocus={field}
      isAtTop
      bare
    >
      {of === 'letters' ? (
        <Letters field={field} onClose={onClose} />
      ) : (
        <Commands
          field={field}
          actions={meaningful}
          onChoose={id => {
            whenGone(() => perform(id, 'menu'));
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

/** Has something done once this is closed, and the focus and the caret are where they were before. */
function useWhenGone(): (run: () => void) => void {
  const wish = useRef<(() => void) | null>(null);
  useEffect(
    () => () => {
      // The dialog gives the focus back at the very end of this turn.
      if (wish.current !== null) setTimeout(wish.current);
    },
    [],
  );
  return run => {
    wish.current = run;
  };
}
