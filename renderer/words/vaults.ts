/** Words for several vaults, and for where a vault is kept. */
export const vaultWords = {
  other: 'Another vault…',
  have: 'I have a vault already…',

  title: 'Another vault',
  lead: 'Each vault is a folder of its own, with its own passphrase. Nothing is shared between them.',
  putAside:
    'The list of your vaults could not be read. It was put aside, and no vault was touched. Add yours again.',
  list: 'Vaults',
  unnamed: (number: number) =>
    number === 1 ? 'Vault without a name' : `Vault without a name ${number}`,
  current: 'You are here',
  forget: (name: string) => `Take “${name}” off this list`,
  forgotten: (name: string) => `“${name}” is off the list. Its folder was left as it is.`,
  add: 'Add a vault that is on this computer…',
  create: 'Create a new vault…',
  fromBackup: 'Start from a backup…',

  newTitle: 'A new vault',
  newLead: 'Choose an empty folder for it. A passphrase of its own comes next.',
  name: 'Name of this vault',
  nameHint:
    'You may leave it empty. Anyone at this computer can read it before a passphrase is typed, so choose one that says nothing.',
  chooseFolder: 'Choose a folder…',
  choosing: 'Opening…',

  nameButton: 'Name…',
  nameTitle: 'Name of this vault',
  nameLabel: 'Name',
  nameSave: 'Keep this name',
  named: 'The name was kept',
  noName: 'It has no name.',

  moveButton: 'Move to another folder…',
  moveTitle: 'Move this vault',
  moveLead:
    'Your writing, its backups and its key files are copied to another folder, and every copy is compared with what is here. Only when all of it is there does Amends use the new folder. You then unlock it there, with the same passphrase.',
  from: 'It is in',
  to: 'It goes to',
  noneChosen: 'No folder is chosen yet. It must be an empty one.',
  staysTitle: 'What stays behind',
  stays: [
    'The old folder is kept as it is, backups and all, until you delete it yourself. Your passphrase of today opens it, even after you change it in the new place.',
    'Deleting a folder does not wipe the disk it was on. What other tools could bring back from there is locked like the rest.',
    'Copies of backups in a second place stay where they are, and go on.',
  ],
  synced:
    'This looks like a folder that a sync program copies to other computers. The vault is locked there too, but such a program may put an older file in the place of a newer one, and whoever runs it keeps copies. A folder outside of it is safer.',
  choose: 'Choose a folder…',
  chooseOther: 'Choose another…',
  move: 'Move',
  moved: 'Your vault has moved. Unlock it in its new place.',
  moving: 'Copying and comparing…',
  notSaved: 'Your last words are not saved yet, so nothing was moved. Save or copy them first.',
  movedFrom: (folder: string) =>
    `The copy from before the move is still in ${folder}. When you have seen that all is here, you can delete that folder yourself.`,
} as const;

/** What to call each vault of a list, which may have several without a name. */
export function namesOf(vaults: readonly { readonly name: string }[]): readonly string[] {
  let unnamed = 0;
  return vaults.map(({ name }) => (name === '' ? vaultWords.unnamed((unnamed += 1)) : name));
}
