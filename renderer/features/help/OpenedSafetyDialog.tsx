import { contactsPage } from '#shared/content/steps.ts';
import { OwnContacts } from './OwnContacts.tsx';
import { SafetyDialog } from './SafetyDialog.tsx';

/** Help and safety in the opened app: with the person's own contacts, which only the vault knows. */
export const OpenedSafetyDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <SafetyDialog onClose={onClose} own={{ title: contactsPage.heading, content: <OwnContacts /> }} />
);
