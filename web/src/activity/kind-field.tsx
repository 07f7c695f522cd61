/** What kind of activity it is: those used most as chips, the others behind one press. */
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KINDS, type Kind } from '../../../src/activity/activity.schema.ts';
import { ChipButton } from '../lead/chip-button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { FREQUENT_KINDS } from './kinds.ts';

interface Props {
  value: Kind | null;
  onChange: (kind: Kind) => void;
  error: ReactNode;
}

export function KindField({ value, onChange, error }: Props) {
  const { t } = useTranslation('activity');
  const frequent: readonly Kind[] = FREQUENT_KINDS;
  const [all, setAll] = useState(value !== null && !frequent.includes(value));
  const shown = all ? [...frequent, ...KINDS.filter((kind) => !frequent.includes(kind))] : frequent;
  return (
    <ChoiceChips
      label={t('field.kind')}
      choices={shown.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      value={value}
      onChange={(kind) => onChange(kind as Kind)}
      error={error}
      path="kind"
    >
      {!all && (
        <ChipButton onClick={() => setAll(true)}>
          <IconDots size={17} aria-hidden />
          {t('form.moreKinds')}
        </ChipButton>
      )}
    </ChoiceChips>
  );
}
