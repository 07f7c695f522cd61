/** One tracked link in full: its address, QR code, clicks and where it leads. */
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../../src/activity/link.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { TextButton } from '../report/text-button.tsx';
import { PageLink } from '../ui/link.tsx';
import { CopyButton } from './copy-button.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { LinkState } from './link-state.tsx';
import classes from './link.module.css';
import { bare, pathOf } from './link-query.ts';
import { useChangeLink } from './use-links.ts';

export function LinkCard({ link }: { link: Link }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const { pagePath, may } = useRegion();
  const [changing, { open, close }] = useDisclosure(false);
  const { pause } = useChangeLink(link.id);
  const [svg, png] = [pathOf(link.qrSvgUrl), pathOf(link.qrPngUrl)];
  const address = bare(link.url);
  return (
    <>
      <div className={classes.address}>
        <span>
          {address.slice(0, -link.code.length)}
          <b>{link.code}</b>
        </span>
        <CopyButton address={link.url} />
      </div>
      <div className={classes.code}>
        <div className={classes.qr}>
          <img src={svg} alt={t('qr', { address })} width={112} height={112} />
        </div>
        <div className={classes.ways}>
          <span>
            <a href={svg} download={`${link.code}.svg`}>
              SVG
            </a>
            {' · '}
            <a href={png} download={`${link.code}.png`}>
              PNG
            </a>
          </span>
          <PageLink to={pagePath(`/links/${link.id}/sheet`)}>{t('stand')}</PageLink>
          <span className={classes.count}>{t('clicks', { count: link.clicks, total: format.number(link.clicks) })}</span>
          <LinkState link={link} />
        </div>
      </div>
      <Target link={link} />
      <p className={classes.note}>{t('counted')}</p>
      {may('activity.write') && (
        <div className={classes.actions}>
          <TextButton onClick={open}>{t('change')}</TextButton>
          <TextButton onClick={() => pause.mutate(link.state !== 'paused')}>{t(link.state === 'paused' ? 'resume' : 'pause')}</TextButton>
        </div>
      )}
      <LinkSheet activityId={link.activityId} link={link} opened={changing} onClose={close} />
    </>
  );
}

/** Where it leads, to be looked at: without the code, so that looking is not taken for coming from the link. */
function Target({ link: { target, destination } }: { link: Link }) {
  const { t } = useTranslation('link');
  if (target.kind === 'none') return <p className={classes.note}>{t('leadsNowhere')}</p>;
  const page = destination ?? (target.url ?? '').replace(/\?.*$/, '');
  return (
    <p className={classes.note}>
      {t(target.kind === 'form' ? 'leadsToForm' : 'leadsTo')}{' '}
      <a href={page} target="_blank" rel="noreferrer">
        {bare(page)}
      </a>
    </p>
  );
}
