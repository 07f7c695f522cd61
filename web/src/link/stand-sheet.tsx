/** The sheet itself: one layout that fills an A4 or an A5 page, and is shown smaller on the screen. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import type { Link } from '../../../src/activity/link.schema.ts';
import { Programme } from '../../../src/region/programme.schema.ts';
import { Region } from '../../../src/region/region.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { contactQuery } from '../contact/contact-query.ts';
import { bare, pathOf } from './link-query.ts';
import classes from './stand-sheet.module.css';

interface Props {
  activity: Activity;
  link: Link;
  heading: string;
  /** Half the paper: shown smaller. */
  small: boolean;
}

export function StandSheet({ activity, link, heading, small }: Props) {
  const { t } = useTranslation('link');
  const { name, demo, regionPath } = useRegion();
  const color = useQuery(apiQuery(regionPath(''), Region)).data?.color;
  const address = bare(link.url);
  return (
    <section className={classes.paper} aria-label={t('sheet.preview')} data-small={small || undefined}>
      <div className={classes.sheet}>
        <p className={classes.region} style={color ? { color } : undefined}>
          {name}
        </p>
        <h2 className={classes.heading}>{heading}</h2>
        <p className={classes.scan}>{t('sheet.scan')}</p>
        <img className={classes.qr} src={pathOf(link.qrSvgUrl)} alt={t('qr', { address })} />
        <p className={classes.type}>
          {t('sheet.type')} <b>{address}</b>
        </p>
        <Asked id={activity.contactPerson.id} name={activity.contactPerson.name} />
        {activity.programme && <Funding id={activity.programme.id} />}
        {demo && <p className={classes.example}>{t('sheet.example')}</p>}
      </div>
    </section>
  );
}

function Asked({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('link');
  const { regionPath } = useRegion();
  const person = useQuery(contactQuery(regionPath(`/contact-persons/${id}`))).data?.value;
  const facts = [person?.title, person?.phone, person?.email].filter(Boolean);
  return (
    <div className={classes.asked}>
      <p>{t('sheet.ask')}</p>
      <p>
        <b>{name}</b>
      </p>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
    </div>
  );
}

/** Who pays, as the programme must say it. */
function Funding({ id }: { id: string }) {
  const { t } = useTranslation('link');
  const { regionPath } = useRegion();
  const programme = useQuery(apiQuery(regionPath(`/programmes/${id}`), Programme)).data;
  if (!programme || (programme.emblem === 'none' && !programme.fundingStatement)) return null;
  const words = t('sheet.euFunded');
  const statement = programme.fundingStatement;
  return (
    <div className={classes.funding}>
      {programme.emblem === 'eu' && (
        <>
          <img src="/emblem/eu.svg" alt="" />
          <b>{words}</b>
        </>
      )}
      {statement && !(programme.emblem === 'eu' && statement === words) && <span>{statement}</span>}
    </div>
  );
}
