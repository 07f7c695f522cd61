/** The button of a form: while it saves it keeps its width and its place, says so, and can't be pressed twice. */
import { Button, type ButtonProps, Loader } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';

type Props = ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> & { saving: boolean };

export function SavingButton({ saving, children, onClick, type = 'submit', ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        {...rest}
        type={type}
        aria-disabled={saving || undefined}
        onClick={(event) => {
          if (saving) event.preventDefault();
          else onClick?.(event);
        }}
        leftSection={saving ? <Loader size={16} color="currentColor" aria-hidden /> : rest.leftSection}
      >
        {children ?? t('do.save')}
      </Button>
      <span role="status" className="hidden-visually">
        {saving ? t('do.saving') : ''}
      </span>
    </>
  );
}
