/** The theme with the words that Mantine's own buttons need for readers, in the chosen language. */
import { mergeThemeOverrides } from '@mantine/core';
import type { TFunction } from 'i18next';
import { theme } from './theme.ts';

export function labelledTheme(t: TFunction) {
  const close = { closeButtonProps: { 'aria-label': t('do.close') } };
  return mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: close },
      Drawer: { defaultProps: close },
      Notification: { defaultProps: close },
    },
  });
}
