/** What is shown of the one person, which leads become one, and the two answers: the same, or two. */
import { Button, Checkbox, Group, NativeSelect, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedPair } from '../../../src/lead/duplicate.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import classes from './duplicate.module.css';
import { useDecision } from './duplicate-query.ts';
import { FIELDS, firstChoices, type Choices, type WishChoice } from './merge-choices.ts';
import { useMerge } from './use-merge.ts';

export function MergeForm({ pair }: { pair: ComparedPair }) {
  const { t } = useTranslation('duplicate');
  const { pagePath, may } = useRegion();
  const [choices, setChoices] = useState(() => firstChoices(pair));
  const merge = useMerge(pair);
  const decision = useDecision();
  if (!may('lead.write')) return null;
  const changeLeads = (at: number, next: Partial<WishChoice>) =>
    setChoices((old) => ({ ...old, leads: old.leads.map((one, index) => (index === at ? { ...one, ...next } : one)) }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate(choices);
      }}
    >
      <Panel title={t('form.title')} mt={18}>
        <div className={classes.form}>
          <FieldChoices
            pair={pair}
            choices={choices}
            onChange={(show) => setChoices((old) => ({ ...old, show: { ...old.show, ...show } }))}
          />
          {choices.leads.map((choice, at) => (
            <LeadChoice key={choice.leads.join(' ')} pair={pair} choice={choice} onChange={(next) => changeLeads(at, next)} />
          ))}
          <p className={classes.hint}>{t('form.keeps')}</p>
          <Problem error={merge.error} />
          <Group gap={10}>
            <Button type="submit" loading={merge.isPending}>
              {t('form.merge')}
            </Button>
            <Button
              variant="default"
              loading={decision.isPending}
              onClick={() => decision.mutate({ a: pair.a.person.id, b: pair.b.person.id, different: !pair.different })}
            >
              {t(pair.different ? 'takeBack' : 'different')}
            </Button>
            <ButtonLink variant="subtle" to={pagePath('/leads/duplicates')}>
              {t('do.cancel')}
            </ButtonLink>
          </Group>
        </div>
      </Panel>
    </form>
  );
}

/** Only where the two differ is there anything to choose. */
function FieldChoices({
  pair: { a, b },
  choices,
  onChange,
}: {
  pair: ComparedPair;
  choices: Choices;
  onChange: (show: Choices['show']) => void;
}) {
  const { t } = useTranslation('duplicate');
  const open = FIELDS.filter((field) => a.person[field] && b.person[field] && a.person[field] !== b.person[field]);
  return open.map((field) => (
    <Radio.Group
      key={field}
      label={t(`choose.${field}`)}
      value={choices.show[field] ?? a.person.id}
      onChange={(id) => onChange({ [field]: id })}
    >
      <Group gap="8px 24px" mt={6}>
        {[a, b].map(({ person }) => (
          <Radio key={person.id} value={person.id} label={person[field]} />
        ))}
      </Group>
    </Radio.Group>
  ));
}

interface LeadChoiceProps {
  pair: ComparedPair;
  choice: WishChoice;
  onChange: (next: Partial<WishChoice>) => void;
}

/** Leads of one wish: one from now on, and whose it is. */
function LeadChoice({ pair, choice, onChange }: LeadChoiceProps) {
  const { t } = useTranslation('duplicate');
  const format = useFormat();
  const leads = [...pair.a.leads, ...pair.b.leads].filter(({ id }) => choice.leads.includes(id));
  const [first] = leads;
  if (!first) return null;
  return (
    <div className={classes.wish}>
      <Checkbox
        checked={choice.one}
        onChange={(event) => onChange({ one: event.currentTarget.checked })}
        label={t('form.oneLead', { count: leads.length, intent: t(`lead:intent.${first.intent}`) })}
        description={t('form.oneLeadText')}
      />
      {choice.one && new Set(leads.map(({ owner }) => owner?.id)).size > 1 && (
        <NativeSelect
          label={t('form.owner')}
          value={choice.keep}
          onChange={(event) => onChange({ keep: event.currentTarget.value })}
          data={leads.map(({ id, owner, createdAt }) => ({
            value: id,
            label: t('form.ownerSince', { owner: owner?.name ?? t('noOwner'), day: format.day(format.dayOf(createdAt)) }),
          }))}
        />
      )}
    </div>
  );
}
