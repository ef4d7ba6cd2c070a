import { appErrorOf } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Why something can not be shown, in its place. */
export function Failure({ thrown }: { readonly thrown: unknown }) {
  const { title, kept, next } = describeError(appErrorOf(thrown));
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
