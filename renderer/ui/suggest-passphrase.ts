const WORDS = 5;

/** Five words drawn evenly from 7,776: about as hard to guess as fourteen random letters. */
export async function suggestPassphrase(): Promise<string> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const list = dictionary['diceware-common'];
  return Array.from({ length: WORDS }, () => list[drawBelow(list.length)]).join(' ');
}

/** A random whole number below `limit`, every one equally likely. */
function drawBelow(limit: number): number {
  const range = 2 ** 32;
  const fair = range - (range % limit);
  const drawn = new Uint32Array(1);
  let value = range;
  while (value >= fair) value = crypto.getRandomValues(drawn)[0] ?? range;
  return value % limit;
}
