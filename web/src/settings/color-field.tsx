/** The region's colour: fitting ones to pick from, a look at what it makes, and the way back to the product's. */
import { Button, ColorInput, Group, Stack } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Color } from '../../../src/platform/color.schema.ts';
import classes from './settings.module.css';

/** Each at least 4.5 to 1 with white. */
const FITTING = ['#0d5c63', '#1b4f9c', '#3b3f8f', '#6b2f82', '#8c1d4b', '#a3231f', '#8a4a0b', '#4f6110', '#1d5c33', '#37474f'];
const PRODUCT = '#0d5c63';

interface Props {
  /** `#rrggbb`; empty is the product's. */
  value?: string;
  onChange?: (color: string) => void;
  error?: ReactNode;
}

export function ColorField({ value = '', onChange, ...rest }: Props) {
  const { t } = useTranslation('settings');
  const chosen = Color.safeParse(value);
  const shown = chosen.success ? chosen.data : PRODUCT;
  return (
    <Stack gap="xs">
      <ColorInput
        label={t('region.color')}
        description={t('region.colorHint')}
        placeholder={t('region.colorOfProduct')}
        swatches={FITTING}
        format="hex"
        withEyeDropper={false}
        value={value}
        onChange={onChange}
        {...rest}
      />
      <Group gap="md">
        <div className={classes.colorSample} aria-hidden>
          <IconQrcode size={44} color={shown} />
          <span style={{ background: shown }}>{t('region.colorButton')}</span>
        </div>
        {value && (
          <Button variant="subtle" onClick={() => onChange?.('')}>
            {t('region.colorOfProduct')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
