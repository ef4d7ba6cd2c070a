/** Asks again until the answer is yes. The runner's own time limit says when it is too late. */
export async function until(question: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await question())) await new Promise(next => setTimeout(next, 20));
}
