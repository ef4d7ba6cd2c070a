import { showFailure } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { queries, useSettings } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { Select } from '../../ui/Select.tsx';
import { lockingWords } from '../../words/locking.ts';
import styles from './Preferences.module.css';

/** After how long the vault locks when nobody is there. */
export function LockAfterChoice() {
  const { lockAfterMinutes } = useSettings();
  const value = lockAfterMinutes === null ? 'off' : String(lockAfterMinutes);

  async function choose(chosen: string) {
    const minutes = chosen === 'off' ? null : Number(chosen);
    const reply = await call('settings.update', { lockAfterMinutes: minutes });
    if (reply.ok) queryClient.setQueryData(queries.settings.queryKey, reply.value);
    else showFailure(reply.error);
  }

  const isListed = lockingWords.choices.some(choice => choice.value === value);
  const other = { value, label: lockingWords.minutes(lockAfterMinutes ?? 0) };
  return (
    <div className={styles['choice']}>
      <Select
        label={lockingWords.label}
        value={value}
        options={isListed ? lockingWords.choices : [other, ...lockingWords.choices]}
        hint={value === 'off' ? lockingWords.offHint : lockingWords.hint}
        onChange={chosen => void choose(chosen)}
      />
    </div>
  );
}
