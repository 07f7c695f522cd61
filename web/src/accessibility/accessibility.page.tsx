/** The accessibility statement that law 306/2019 asks of a digital service. */
import { Anchor, List, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BarePage } from '../app/bare-page.tsx';
import { PageHeader } from '../ui/page-header.tsx';

const supervisor = 'https://www.saavutettavuusvaatimukset.fi';
const sections = ['state', 'works', 'gaps', 'made', 'feedback', 'supervisor'] as const;

export function AccessibilityPage() {
  const { t } = useTranslation('accessibility');
  return (
    <BarePage width={680}>
      <PageHeader title={t('title')} sentence={t('sentence')} />
      <Stack gap="xl">
        {sections.map((section) => {
          const points = t(`${section}.points`, { returnObjects: true, defaultValue: {} }) as Record<string, string>;
          return (
            <section key={section} aria-labelledby={section}>
              <Title order={2} id={section} mb={6}>
                {t(`${section}.title`)}
              </Title>
              <p>{t(`${section}.text`)}</p>
              {Object.keys(points).length > 0 && (
                <List mt={8} spacing={4}>
                  {Object.entries(points).map(([key, point]) => (
                    <List.Item key={key}>{point}</List.Item>
                  ))}
                </List>
              )}
              {section === 'supervisor' && (
                <p>
                  <Anchor href={supervisor}>saavutettavuusvaatimukset.fi</Anchor>
                </p>
              )}
            </section>
          );
        })}
      </Stack>
    </BarePage>
  );
}
