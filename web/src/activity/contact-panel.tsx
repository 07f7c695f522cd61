/** Who is responsible for an activity, and who was. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { contactQuery } from '../contact/contact-query.ts';
import { Initials } from '../ui/initials.tsx';
import { PageLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './activity.module.css';

export function ContactPanel({ activity: { contactPerson, contactHistory } }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { regionPath, pagePath } = useRegion();
  const municipalities = useMunicipalities();
  const person = useQuery(contactQuery(regionPath(`/contact-persons/${contactPerson.id}`))).data?.value;
  const facts = [person?.title, person?.languages.map(format.language).join(', ')].filter(Boolean).join(' · ');
  const places = person ? format.list(person.municipalities.map((code) => municipalities.name(code) ?? code)) : '';
  const day = (instant: string) => format.dayOf(instant);
  return (
    <Panel title={t('word.contactPerson')}>
      <div className={classes.who}>
        <Initials name={contactPerson.name} />
        <div>
          <PageLink to={pagePath(`/contact-persons/${contactPerson.id}`)} fw={600}>
            {contactPerson.name}
          </PageLink>
          <small>{facts || '\u00a0'}</small>
          {places && <small>{t('contact.speaksFor', { places })}</small>}
        </div>
      </div>
      {contactHistory.length > 1 && (
        <>
          <p className={classes.sub}>{t('contact.history')}</p>
          <ul className={classes.rows}>
            {contactHistory.map((held, at) => (
              <li key={`${held.contactPerson.id} ${held.since}`}>
                <span>
                  {held.contactPerson.name}
                  <small>
                    {held.until
                      ? at === 0
                        ? t('contact.until', { day: format.day(day(held.until)) })
                        : format.days(day(held.since), day(held.until))
                      : t('contact.since', { day: format.day(day(held.since)) })}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
