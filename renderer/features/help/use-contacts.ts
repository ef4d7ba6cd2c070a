import { useEffect, useRef, useState } from 'react';
import { describeError } from '../../api/describe-error.ts';
import { useSettings } from '../../api/queries.ts';
import { storeContacts, type ListedContact } from './contacts.ts';

/** The contacts of the vault, and how they are changed: one change after the other. */
export function useContacts() {
  const { contacts: stored } = useSettings();
  const [contacts, setContacts] = useState<readonly ListedContact[]>(() =>
    stored.map(contact => ({ key: crypto.randomUUID(), contact })),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(contacts);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  // A list that was closed may still be storing what was typed in it when this one opened.
  useEffect(() => {
    const known = latest.current;
    if (
      same(
        stored,
        known.map(({ contact }) => contact),
      )
    )
      return;
    latest.current = stored.map(contact => ({
      key: known.find(each => same(each.contact, contact))?.key ?? crypto.randomUUID(),
      contact,
    }));
    setContacts(latest.current);
  }, [stored]);

  async function store(
    change: (contacts: readonly ListedContact[]) => readonly ListedContact[],
  ): Promise<boolean> {
    const next = change(latest.current);
    const error = await storeContacts(next.map(({ contact }) => contact));
    setProblem(error === null ? null : describeError(error).title);
    if (error !== null) return false;
    latest.current = next;
    setContacts(next);
    return true;
  }

  return {
    contacts,
    /** Why the last change was not stored; null when it was. */
    problem,
    /** Stores the list with a change; false when that did not work. */
    change: (change: Parameters<typeof store>[0]): Promise<boolean> => {
      const stores = last.current.then(() => store(change));
      last.current = stores;
      return stores;
    },
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
