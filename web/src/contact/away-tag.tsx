/** Whether a contact person is there: away, with whom instead, or gone for good. */
import { useTranslation } from 'react-i18next';
import type { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { useFormat } from '../app/format.ts';
import { Tag } from '../ui/tag.tsx';

export function AwayTag({ person: { away, left } }: { person: ContactPerson }) {
  const { t } = useTranslation('contact');
  const format = useFormat();
  if (left) return <Tag>{t('left')}</Tag>;
  if (!away) return t('present');
  const until = format.days(away.from, away.to);
  return <Tag tone="warm">{away.substitute ? t('awayWith', { until, name: away.substitute.name }) : t('away', { until })}</Tag>;
}
