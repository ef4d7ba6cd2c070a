/** The words around the person's own contacts. What the page itself says is content. */
export const contactWords = {
  list: 'Your own contacts',
  edit: (name: string) => `Edit ${name}`,
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} is removed.`,
  unnamed: 'A contact',
  save: 'Keep',
  newContact: 'New contact',
  full: 'There is room for fifty contacts.',
} as const;
