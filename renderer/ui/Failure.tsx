import { Notice } from './Notice.tsx';

interface FailureProps {
  readonly title: string;
  readonly kept: string;
  readonly next: string;
}

/** Why something can not be shown, in its place. */
export function Failure({ title, kept, next }: FailureProps) {
  return (
    <div role="alert">
      <Notice>
        <p>
          <b>{title}.</b> {kept} {next}
        </p>
      </Notice>
    </div>
  );
}
