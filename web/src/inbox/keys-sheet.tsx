/** Lists the keys of the inbox, and switches its letters off. */
import { Kbd, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../ui/sheet.tsx';
import classes from './inbox.module.css';
import { LETTERS, useLettersOn } from './inbox-keys.ts';

export function KeysSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('inbox');
  const [lettersOn, setLettersOn] = useLettersOn();
  const lines: [string[], string][] = [
    [['j', '↓'], t('keys.next')],
    [['k', '↑'], t('keys.previous')],
    [['Enter'], t('keys.open')],
    ...LETTERS.map((letter): [string[], string] => [[letter], t(`keys.${letter}`)]),
    [['?'], t('keys.help')],
  ];
  return (
    <Sheet opened={opened} onClose={onClose} title={t('keys.title')}>
      <Stack gap="md">
        <dl className={classes.keys}>
          {lines.map(([keys, words]) => (
            <div key={words}>
              <dt>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label={t('keys.on')}
          description={t('keys.onHint')}
          checked={lettersOn}
          onChange={(event) => setLettersOn(event.currentTarget.checked)}
        />
      </Stack>
    </Sheet>
  );
}
