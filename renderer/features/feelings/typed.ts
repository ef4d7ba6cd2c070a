const TYPING_PAUSE_MS = 700;

/** Puts letters that are typed quickly one after the other together to the beginning of a word. */
export function createTyped(): (event: {
  readonly key: string;
  readonly timeStamp: number;
}) => string {
  let text = '';
  let at = 0;
  return ({ key, timeStamp }) => {
    text = timeStamp - at > TYPING_PAUSE_MS ? key : text + key;
    at = timeStamp;
    return text;
  };
}
