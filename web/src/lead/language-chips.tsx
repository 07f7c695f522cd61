/** The languages a person speaks: those of the contact person first, any other behind the plus. */
import { Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { keptQuery } from '../offline/kept-answer.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { LanguagePicker } from '../ui/language-picker.tsx';
import { ChipButton } from './chip-button.tsx';

interface Props {
  value: string[];
  onChange: (languages: string[]) => void;
  error?: ReactNode;
}

const usual = ['fi', 'en', 'uk', 'ru', 'sv'];
const shown = 5;

/** The viewer's own profile, for her languages. */
export const ownProfileQuery = (regionPath: (path: string) => string, id: string) => ({
  ...keptQuery(regionPath(`/contact-persons/${id}`), ContactPerson),
  staleTime: 10 * 60_000,
});

export function LanguageChips({ value, onChange, error }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { regionPath, contactPersonId } = useRegion();
  const [opened, setOpened] = useState(false);
  const { data: own } = useQuery({
    ...ownProfileQuery(regionPath, contactPersonId ?? ''),
    enabled: contactPersonId !== null,
  });
  const offered = [...new Set([...(own?.languages ?? []), ...usual])].slice(0, Math.max(shown, own?.languages.length ?? 0));
  const codes = [...offered, ...value.filter((code) => !offered.includes(code))];
  return (
    <ChoiceChips
      multiple
      label={t('field.languages')}
      choices={codes.map((code) => ({ value: code, label: format.language(code) }))}
      value={value}
      onChange={onChange}
      error={error}
    >
      <Popover opened={opened} onChange={setOpened} width={280} position="bottom-start" shadow="md" radius="lg" trapFocus returnFocus>
        <Popover.Target>
          <ChipButton aria-label={t('moreLanguages')} onClick={() => setOpened(!opened)}>
            <IconPlus size={17} aria-hidden />
          </ChipButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('moreLanguages')}>
          <LanguagePicker value={value} onChange={onChange} comboboxProps={{ withinPortal: false }} data-autofocus />
        </Popover.Dropdown>
      </Popover>
    </ChoiceChips>
  );
}
