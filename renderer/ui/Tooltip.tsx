import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import styles from './Tooltip.module.css';

/** What a tooltip says. */
interface Tip {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly side: 'top' | 'right' | 'bottom';
  /** What is left to say in a wide window, where the control shows its own words. */
  readonly inWide?: 'keys' | 'nothing' | undefined;
}

interface TooltipProps extends Partial<Tip> {
  readonly label: string;
  /** The control it belongs to, which carries the name itself. */
  readonly children: ReactElement<Record<string, unknown>>;
}

const shown = Base.createHandle<Tip>();

/** What a control is called and which keys do the same, when the pointer rests on it. */
export function Tooltip({ label, keys, side = 'bottom', inWide, children }: TooltipProps) {
  return <Base.Trigger handle={shown} payload={{ label, keys, side, inWide }} render={children} />;
}

/**
 * The one tooltip of a page, for whichever control asks for it. Only one is ever seen, and a
 * toolbar of twenty controls opens sooner when they do not each keep one ready.
 */
export function SharedTooltip() {
  return (
    <Base.Root handle={shown}>
      {({ payload }) => (
        <Base.Portal>
          <Base.Positioner
            className={styles['positioner']}
            side={payload?.side ?? 'bottom'}
            sideOffset={6}
          >
            <Base.Popup className={styles['popup']} data-in-wide={payload?.inWide}>
              <span className={styles['label']}>{payload?.label}</span>
              {payload?.keys !== undefined && (
                <span className={styles['keys']}>{payload.keys}</span>
              )}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      )}
    </Base.Root>
  );
}
