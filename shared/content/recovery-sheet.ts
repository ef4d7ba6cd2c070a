/** What stands on the paper and in the file that a person keeps of a recovery code. */
export const recoverySheetWords = {
  title: 'Recovery code',
  purpose:
    'This code opens the vault of Amends on your computer when the passphrase is forgotten. Nothing else does.',
  howTo:
    'On the lock screen choose “Use your recovery code”. Capitals, spaces and dashes make no difference.',
  keep: 'Keep it where only you can find it, and not beside the computer.',
  unlocked: 'This copy is not locked: whoever has it can open the vault.',
} as const;
