/** Whether a link is in use: paused, ended, or until when. Nothing for one that simply works. */
import { useTranslation } from 'react-i18next';
import type { Link } from '../../../src/activity/link.schema.ts';
import { useFormat } from '../app/format.ts';
import { Tag } from '../ui/tag.tsx';

export function LinkState({ link: { state, expiresOn } }: { link: Link }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  if (state !== 'active') {
    return (
      <span>
        <Tag tone="warm">{t(`state.${state}`)}</Tag>
      </span>
    );
  }
  return expiresOn ? <span>{t('state.until', { day: format.day(expiresOn) })}</span> : null;
}
