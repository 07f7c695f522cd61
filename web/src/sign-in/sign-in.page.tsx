/** Signs a member in and leads her to where she wanted to go. */
import { Card, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Session, SignIn } from '../../../src/access/session.schema.ts';
import { api } from '../app/api.ts';
import { BarePage } from '../app/bare-page.tsx';
import { useFormProblems } from '../app/form-problems.ts';
import { ApiProblem } from '../app/problem.ts';
import { sessionQuery } from '../app/session.ts';
import { zodForm } from '../app/zod-form.ts';
import { WaitingHint } from '../offline/waiting-hint.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const { to } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useForm<SignIn>({ initialValues: { email: '', password: '' }, validate: zodForm(SignIn) });
  const problems = useFormProblems(form);
  const signIn = useMutation({
    mutationFn: (values: SignIn) => api.post('/session', values, Session, { anonymous: true }),
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      router.history.push(to ?? '/');
    },
    onError: (error) => problems.show(error instanceof ApiProblem && error.status === 401 ? new Error(t('refused')) : error),
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    signIn.mutate(values);
  }, problems.invalid);

  return (
    <BarePage width={440}>
      <PageHeader title={t('title')} sentence={t('sentence')} />
      <WaitingHint />
      <Card>
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <TextInput label={t('field.email')} type="email" autoComplete="username" inputMode="email" {...form.getInputProps('email')} />
            <PasswordInput
              label={t('field.password')}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
              {...form.getInputProps('password')}
            />
            <Problem error={problems.general} title={t('failed')} />
            <SavingButton type="submit" saving={signIn.isPending} fullWidth>
              {t('submit')}
            </SavingButton>
          </Stack>
        </form>
      </Card>
    </BarePage>
  );
}
