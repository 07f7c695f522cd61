/** Dialogs and notices above the pages, in the section of App; loaded after the first page, since none opens before. */
import '@mantine/notifications/styles.css';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import classes from './overlays.module.css';

export function Overlays() {
  const { t } = useTranslation();
  return (
    <>
      <Notifications position="bottom-right" containerWidth={380} withinPortal={false} className={classes.notices ?? ''} />
      <ModalsProvider labels={{ confirm: t('do.confirm'), cancel: t('do.cancel') }}>{null}</ModalsProvider>
    </>
  );
}
