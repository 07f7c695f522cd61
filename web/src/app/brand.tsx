/** The funnel and its drop, with the product's name beside it or for readers only. */
import { useTranslation } from 'react-i18next';
import classes from './brand.module.css';

export function Brand({ size = 26 }: { size?: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes.brand}>
      <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
        <path d="M3 4h20l-7.5 9.5V21L10.5 23v-9.5z" className={classes.funnel} />
        <circle cx="20.5" cy="20" r="3.5" className={classes.drop} />
      </svg>
      {t('brand')}
    </span>
  );
}
