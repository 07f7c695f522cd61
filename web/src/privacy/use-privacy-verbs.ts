/** The verbs on a person's data, each with its word when it is done. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { OwnPage, Privacy } from '../../../src/privacy/privacy.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { confirmed } from '../ui/confirm.tsx';
import { saveFile } from '../ui/file-download.ts';
import { showDone, showFailed, showUndo } from '../ui/toast.tsx';

export interface PrivacyVerbs {
  readonly busy: boolean;
  copy: () => void;
  link: () => void;
  restrict: () => void;
  lift: () => void;
  object: () => void;
  /** Upholds her objection: erases her. */
  uphold: () => void;
}

export function usePrivacyVerbs(personId: string): PrivacyVerbs {
  const { t } = useTranslation('privacy');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const path = (rest: string) => regionPath(`/persons/${personId}${rest}`);
  const copy = useMutation({
    mutationFn: () => api.file(path('/export'), { accept: 'application/json' }),
    onError: showFailed,
    onSuccess: ({ content }) => saveFile({ name: `${t('fileName')}.json`, content }),
  });
  const act = useMutation({ mutationFn: (send: () => Promise<unknown>) => send(), onError: showFailed, onSuccess: changed });
  const say = (done: string) => ({ onSuccess: () => showDone(t(done)) });
  const lift = () => act.mutate(() => api.delete(path('/restriction'), undefined, Privacy), say('done.lifted'));
  const link = async () => {
    try {
      const { url } = await api.post(path('/own-page'), {}, OwnPage);
      await navigator.clipboard.writeText(url);
      showDone(t('done.link'), [{ label: t('do.open'), onClick: () => void window.open(url, '_blank', 'noopener') }]);
    } catch (error) {
      showFailed(error);
    }
  };
  const object = async () => {
    const sure = await confirmed({ title: t('object.title'), text: t('object.text'), confirm: t('do.object') });
    if (sure) act.mutate(() => api.post(path('/objection'), {}, Privacy), say('done.objected'));
  };
  const uphold = async () => {
    const words = { title: t('objection.upheldTitle'), text: t('objection.upheldText'), confirm: t('objection.upheld') };
    const sure = await confirmed({ ...words, danger: true });
    if (sure) act.mutate(() => api.post(path('/objection/decision'), { decision: 'upheld' }, Privacy), say('done.upheld'));
  };
  return {
    busy: copy.isPending,
    copy: () => copy.mutate(),
    link: () => void link(),
    restrict: () =>
      act.mutate(() => api.post(path('/restriction'), {}, Privacy), { onSuccess: () => showUndo(t('done.restricted'), lift) }),
    lift,
    object: () => void object(),
    uphold: () => void uphold(),
  };
}
