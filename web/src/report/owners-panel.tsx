/** The same by owner, as far as the viewer may see single persons; in alphabetical order, never ranked. */
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import classes from './coverage.module.css';
import { PanelFoot } from './panel-foot.tsx';
import { numeric, quiet, WideTable } from './wide-table.tsx';

type Owner = NonNullable<Coverage['owners']>[number];

const TEAM = 'team';
const columns = ['leads', 'inTime', 'late', 'untouched'] as const;

export function OwnersPanel({ report }: { report: Coverage | undefined }) {
  const { t } = useTranslation('coverage');
  const owners = report?.owners;
  const why = owners === null ? 'owners.hidden' : owners?.length === 0 ? 'owners.empty' : teamWords(owners ?? []);
  return (
    <Panel title={t('owners.title')}>
      {owners === undefined && <Skeleton h={260} radius="md" />}
      {owners && owners.length > 0 && <OwnersTable owners={owners} />}
      <PanelFoot at="byOwner">{report && <span className={classes.why}>{t(why)}</span>}</PanelFoot>
    </Panel>
  );
}

/** Why the others are one row, or that nobody is ranked. */
function teamWords(owners: readonly Owner[]): 'owners.onlyTeam' | 'owners.team' | 'owners.alphabetical' {
  if (!owners.some(({ key }) => key === TEAM)) return 'owners.alphabetical';
  return owners.length === 1 ? 'owners.onlyTeam' : 'owners.team';
}

function OwnersTable({ owners }: { owners: readonly Owner[] }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const name = ({ key, label }: Owner) =>
    key === TEAM ? t(owners.length === 1 ? 'owners.all' : 'row.team', { ns: ['coverage', 'report'] }) : label;
  return (
    <WideTable caption={t('owners.title')}>
      <thead>
        <tr>
          <th scope="col">{t('owners.owner')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={numeric}>
              {t(`owners.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {owners.map((owner) => (
          <tr key={owner.key} className={owner.key === TEAM ? quiet : undefined}>
            <th scope="row">{name(owner)}</th>
            {columns.map((column) => (
              <td key={column} className={numeric}>
                {format.number(owner[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
