/** The client: its theme, its cache of answers, its dialogs and notices, around the router. */
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { labelledTheme } from './labels.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { cssVariables } from './theme.ts';

const afterFirstPaint = () => new Promise((resolve) => setTimeout(resolve, 300));
const Overlays = lazy(async () => {
  await afterFirstPaint();
  return { default: (await import('./overlays.tsx')).Overlays };
});
const colorSchemes = localStorageColorSchemeManager({ key: 'suppilo.color-scheme' });

export function App() {
  const { t } = useTranslation();
  const theme = useMemo(() => labelledTheme(t), [t]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={colorSchemes} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <section id="layers" aria-label={t('shell.layers')}>
          <Suspense>
            <Overlays />
          </Suspense>
        </section>
      </QueryClientProvider>
    </MantineProvider>
  );
}
