/** What two persons have in common, each a word. */
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '../../../src/lead/duplicate.schema.ts';
import { Tag } from '../ui/tag.tsx';

const ORDER = ['email', 'phone', 'name'] as const;

export function WhyTags({ why }: { why: DuplicatePair['why'] }) {
  const { t } = useTranslation('duplicate');
  return (
    <>
      {ORDER.filter((one) => why.includes(one)).map((one) => (
        <Tag key={one} tone={one === 'name' ? 'plain' : 'warm'}>
          {t(`why.${one}`)}
        </Tag>
      ))}
    </>
  );
}
