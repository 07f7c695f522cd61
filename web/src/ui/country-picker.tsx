/** Chooses a country by its name in the client's language; its value is the two letters of ISO 3166. */
import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';

/** From where most people move to Finland, by Statistics Finland; then the rest by name. */
const frequent = ['FI', 'UA', 'EE', 'SE', 'RU', 'IN', 'PH', 'VN', 'TH', 'LK', 'BD', 'CN', 'IQ', 'TR', 'DE'];
const rest = (
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CO CR CU CV CY CZ DJ DK DM DO ' +
  'DZ EC EG ER ES ET FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA ' +
  'LB LC LI LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PK PL PS PT PW PY ' +
  'QA RO RS RW SA SB SC SD SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TJ TL TM TN TO TT TV TW TZ UG US UY UZ VA VC VE VU WS XK YE ZA ZM ZW'
).split(' ');

export function CountryPicker(props: Omit<SelectProps, 'data'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const data = useMemo(() => {
    const item = (code: string) => ({ value: code, label: format.country(code) });
    return [...frequent.map(item), ...rest.map(item).sort((a, b) => a.label.localeCompare(b.label))];
  }, [format]);
  return (
    <Select
      label={t('field.country')}
      placeholder={t('picker.searchCountry')}
      {...props}
      data={data}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('picker.nothing')}
    />
  );
}
