/** One contact person: her profile, what she holds, when she is away, and how she hands over and leaves. */
import { Anchor, Button, Group, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { AwayPanel } from './away-panel.tsx';
import { AwayTag } from './away-tag.tsx';
import { type ReadContact, contactQuery } from './contact-query.ts';
import classes from './contact.module.css';
import { PhotoPanel } from './photo-panel.tsx';
import { HoldsPanel } from './holds-panel.tsx';
import { ProfileSheet } from './profile-sheet.tsx';

const route = getRouteApi('/r/$region/contact-persons/$id');

export function ContactPage() {
  const { t } = useTranslation('contact');
  const { id } = route.useParams();
  const { regionPath } = useRegion();
  const { data, error, refetch } = useQuery(contactQuery(regionPath(`/contact-persons/${id}`)));
  if (data) return <Contact read={data} />;
  return (
    <>
      <PageHeader title={t('word.contactPerson')} />
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton height={220} radius="md" />}
    </>
  );
}

function Contact({ read }: { read: ReadContact }) {
  const { t } = useTranslation('contact');
  const { pagePath, may, contactPersonId } = useRegion();
  const [editing, { open, close }] = useDisclosure(false);
  const person = read.value;
  const isHerself = contactPersonId === person.id;
  return (
    <>
      <PageHeader
        crumb={<PageLink to={pagePath('/contact-persons')}>{t('nav.contactPersons')}</PageLink>}
        title={person.name}
        meta={
          <Group gap="xs">
            {person.title && <span>{person.title}</span>}
            <AwayTag person={person} />
          </Group>
        }
        actions={
          (may('contact.write') || (isHerself && may('contact.own'))) && (
            <Button variant="default" onClick={open}>
              {t('do.edit')}
            </Button>
          )
        }
      />
      <div className={classes.columns}>
        <Stack gap={18}>
          <ProfilePanel person={person} />
          {!person.left && (may('contact.write') || isHerself) && <PhotoPanel person={person} />}
          {person.holds && <HoldsPanel person={person} holds={person.holds} />}
        </Stack>
        {!person.left && (may('contact.write') || isHerself) && <AwayPanel person={person} />}
      </div>
      <ProfileSheet read={read} opened={editing} onClose={close} />
    </>
  );
}

function ProfilePanel({ person }: { person: ReadContact['value'] }) {
  const { t } = useTranslation('contact');
  const format = useFormat();
  const municipalities = useMunicipalities();
  const facts: [string, React.ReactNode][] = [
    [t('field.partner'), person.partner.name],
    [t('field.email'), person.email && <Anchor href={`mailto:${person.email}`}>{person.email}</Anchor>],
    [t('field.phone'), person.phone && <Anchor href={`tel:${person.phone.replace(/\s/g, '')}`}>{person.phone}</Anchor>],
    [t('field.languages'), person.languages.map(format.language).join(', ')],
    [t('field.municipalities'), person.municipalities.map(municipalities.name).join(', ')],
    [t('profile.signsIn'), person.signsIn ? t('is.yes') : t('is.no')],
  ];
  return (
    <Panel title={t('profile.title')}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
