import type { RunningApp } from './launch-app.ts';

type Asked = Pick<RunningApp, 'evaluateMain'>;

/** What the person answers when the system asks where to save; null closes that window. */
export const answerSave = ({ evaluateMain }: Asked, path: string | null): Promise<void> =>
  evaluateMain(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);

/** What the person chooses when the system asks for files or for a folder; nothing closes that window. */
export const answerOpen = ({ evaluateMain }: Asked, paths: readonly string[]): Promise<void> =>
  evaluateMain(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
