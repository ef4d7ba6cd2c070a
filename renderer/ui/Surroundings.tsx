import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { SharedTooltip } from './Tooltip.tsx';

/** What every page stands in: controls that add no style elements, and one tooltip for all of them. */
export function Surroundings({ children }: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        {children}
        <SharedTooltip />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
