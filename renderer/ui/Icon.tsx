import {
  Check,
  ChevronDown,
  ChevronRight,
  Copy,
  Download,
  Ellipsis,
  Eye,
  EyeOff,
  FileText,
  Files,
  KeyRound,
  LifeBuoy,
  Lock,
  Map as MapIcon,
  Maximize,
  Minimize,
  PenLine,
  Plus,
  Printer,
  RefreshCw,
  Search,
  Settings2,
  Trash2,
  TriangleAlert,
  X,
  type LucideIcon,
} from 'lucide-react';
import styles from './Icon.module.css';

const icons = {
  alert: TriangleAlert,
  check: Check,
  close: X,
  copy: Copy,
  down: ChevronDown,
  download: Download,
  focus: Maximize,
  unfocus: Minimize,
  help: LifeBuoy,
  hide: EyeOff,
  key: KeyRound,
  letter: FileText,
  lock: Lock,
  more: Ellipsis,
  path: MapIcon,
  pen: PenLine,
  plus: Plus,
  preferences: Settings2,
  print: Printer,
  retry: RefreshCw,
  right: ChevronRight,
  search: Search,
  show: Eye,
  trash: Trash2,
  writing: Files,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

/** A quiet line drawing beside a name; never the only name of anything. */
export function Icon({ name, size = 17 }: { readonly name: IconName; readonly size?: number }) {
  const Glyph = icons[name];
  return <Glyph aria-hidden className={styles['icon']} size={size} strokeWidth={1.7} />;
}
