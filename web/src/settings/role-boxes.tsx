/** The roles of a member, each with a line on what it may do. */
import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../src/access/permission.schema.ts';

export function RoleBoxes(props: { value?: string[]; onChange?: (roles: string[]) => void; error?: ReactNode }) {
  const { t } = useTranslation('settings');
  return (
    <Checkbox.Group label={t('field.roles')} {...props}>
      <Stack gap="xs" mt={6}>
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`role.${role}`)} description={t(`roleHint.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
