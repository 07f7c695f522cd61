/** On which ground the data is kept, who is its controller, and until when. */
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { PrivacyActions } from '../privacy/privacy-actions.tsx';
import { Panel } from '../ui/panel.tsx';
import { Term, Terms } from './terms.tsx';

export function PrivacyPanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const basis = lead.timeline.find((entry) => entry.basis && !entry.voided)?.basis;
  return (
    <Panel title={t('privacy.title')}>
      <Terms>
        <Term label={t('field.basis')}>{basis && t(`basis.${basis.kind}`)}</Term>
        <Term label={t('privacy.notice')}>
          {basis?.noticeGiven ? (
            <>
              {t(`noticeGiven.${basis.noticeGiven}`)}
              {basis.noticeVersion && <small>{t('noticeVersion', { version: basis.noticeVersion })}</small>}
            </>
          ) : (
            t('privacy.notGiven')
          )}
        </Term>
        <Term label={t('privacy.controller')}>{lead.partner.name}</Term>
        {!lead.erasedAt && (
          <Term label={t('privacy.deleteAfter')}>
            {format.day(lead.deleteAfter)}
            <small>{t('privacy.deleteHint')}</small>
          </Term>
        )}
      </Terms>
      <PrivacyActions personId={lead.person.id} />
    </Panel>
  );
}
