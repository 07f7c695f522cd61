/** Takes the report along: as a spreadsheet, as plain text, on paper, or as a link to this very view. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileSpreadsheet, IconFileText, IconLink, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Query } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { saveFile } from '../ui/file-download.ts';
import { showDone, showFailed } from '../ui/toast.tsx';
import { useReportView } from './report-view.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';

interface Props {
  /** The report below its region: `/reports/funnel`. */
  path: string;
  query: Query;
}

export function ExportMenu({ path, query }: Props) {
  const { t } = useTranslation('report');
  const { regionPath } = useRegion();
  const { period } = useReportView();
  const download = useMutation({
    mutationFn: (accept: string) => api.file(regionPath(path), { accept, query }),
    onSuccess: saveFile,
    onError: showFailed,
  });
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(fixedAddress(period));
      showDone(t('export.linkCopied'));
    } catch (error) {
      showFailed(error);
    }
  };
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button variant="default" loading={download.isPending} rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('do.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={18} aria-hidden />} onClick={() => download.mutate(XLSX)}>
          {t('export.xlsx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileText size={18} aria-hidden />} onClick={() => download.mutate(CSV)}>
          {t('export.csv')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => requestAnimationFrame(() => window.print())}>
          {t('do.print')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLink size={18} aria-hidden />} onClick={() => void copyLink()}>
          {t('export.link')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The address with fixed days, so that who gets it sees the same figures later. */
function fixedAddress({ kind, from, to }: { kind: string; from: string; to: string }): string {
  const address = new URL(window.location.href);
  if (kind !== 'all') {
    address.searchParams.delete('period');
    address.searchParams.set('from', from);
    address.searchParams.set('to', to);
  }
  address.searchParams.delete('behind');
  return address.href;
}
