import styles from './Leaf.module.css';

/** The sign of the app: a leaf that is also a quill. */
export function Leaf({ size = 46 }: { readonly size?: number }) {
  return (
    <svg
      aria-hidden
      className={styles['leaf']}
      width={size}
      height={size}
      viewBox="0 0 46 46"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M4 42c4.5-12.500 13-21 26.500-26.500" />
      <path d="M4 30C8.500 15.500 21 4.500 42 7.500c.4 14.500-8.600 25.500-22 25.500-4.300 0-8.200-.8-11.200-2.200" />
    </svg>
  );
}
