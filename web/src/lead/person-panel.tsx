/** How the person is reached, in which languages, and whether she is protected. */
import { Anchor, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import { mailHref, telHref } from './contact-links.ts';
import { PersonSheet } from './person-sheet.tsx';
import { Term, Terms } from './terms.tsx';

export function PersonPanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const [editing, edit] = useDisclosure(false);
  const { person, restriction } = lead;
  return (
    <Panel
      title={t('person.title')}
      actions={
        <Button variant="default" size="xs" onClick={edit.open} aria-label={t('person.edit')}>
          {t('do.edit')}
        </Button>
      }
    >
      <Terms>
        <Term label={t('field.phone')}>
          {person.phone && (restriction ? person.phone : <Anchor href={telHref(person.phone)}>{person.phone}</Anchor>)}
        </Term>
        <Term label={t('field.email')}>
          {person.email && (restriction ? person.email : <Anchor href={mailHref(person.email)}>{person.email}</Anchor>)}
        </Term>
        <Term label={t('field.languages')}>{format.list(person.languages.map(format.language))}</Term>
        {person.protected && <Term label={t('protected.short')}>{t('protected.text')}</Term>}
      </Terms>
      <PersonSheet lead={lead} opened={editing} onClose={edit.close} />
    </Panel>
  );
}
