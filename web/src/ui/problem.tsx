/** An error in words: what happened, what can be done, and a number to tell the one who helps. */
import { Alert, Button, List } from '@mantine/core';
import { IconAlertTriangle, IconWifiOff } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { issueWords } from '../app/form-problems.ts';
import { ApiProblem, NoConnection, UnreadableAnswer } from '../app/problem.ts';
import { problemWords } from '../app/zod-form.ts';

interface Props {
  /** Nothing is shown for null and undefined. */
  error: unknown;
  /** Replaces the general heading. */
  title?: string;
  onRetry?: () => void;
}

const byStatus: Record<number, string> = { 403: 'forbidden', 404: 'notFound', 412: 'stale' };

/** What happened and what can be done, in words. */
export function errorWords(error: unknown, t: TFunction): { title: string; text: string } {
  const named = (key: string) => ({ title: t(`problem.${key}`), text: t(`problem.${key}Text`) });
  if (error instanceof NoConnection) return named('noConnection');
  if (error instanceof UnreadableAnswer) return named('unreadable');
  if (error instanceof ApiProblem) {
    const known = problemWords(error.code);
    if (known && error.status !== 412) return { title: t('problem.title'), text: known };
    const key = byStatus[error.status];
    if (key) return named(key);
    if (error.status === 429) return { title: t('problem.tooMany'), text: t('problem.tooManyText', { count: error.retryAfter ?? 60 }) };
    if (error.status >= 500) return named('unexpected');
    return { title: t('problem.title'), text: error.issues.length > 0 ? '' : (error.detail ?? error.title) };
  }
  if (error instanceof Error && error.constructor === Error) return { title: t('problem.title'), text: error.message };
  return named('unexpected');
}

export function Problem({ error, title, onRetry }: Props) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const words = errorWords(error, t);
  const issues = error instanceof ApiProblem ? error.issues.filter((issue) => issueWords(issue) !== words.text) : [];
  const Icon = error instanceof NoConnection ? IconWifiOff : IconAlertTriangle;
  return (
    <Alert
      role="alert"
      color={error instanceof NoConnection ? 'warm' : 'red'}
      variant="light"
      title={title ?? words.title}
      icon={<Icon aria-hidden />}
    >
      {words.text}
      {issues.length > 0 && (
        <List size="sm" mt={4}>
          {issues.map((issue) => (
            <List.Item key={`${issue.path} ${issue.code}`}>{issueWords(issue)}</List.Item>
          ))}
        </List>
      )}
      {error instanceof ApiProblem && error.status >= 500 && error.requestId && (
        <div>{t('problem.reference', { id: error.requestId })}</div>
      )}
      {onRetry && (
        <div>
          <Button variant="default" size="sm" mt="sm" onClick={onRetry}>
            {t('do.retry')}
          </Button>
        </div>
      )}
    </Alert>
  );
}
