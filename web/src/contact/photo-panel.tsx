/** A contact person's photo: what the public sees beside her name; given and taken away by admins and herself. */
import { Button, FileButton, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { Photo } from '../../../src/contact/photo.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { Initials } from '../ui/initials.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { showDone } from '../ui/toast.tsx';
import { usePhotoAddress } from './photo-address.ts';
import { smallPhoto } from './small-photo.ts';

export function PhotoPanel({ person }: { person: Pick<ContactPerson, 'id' | 'name' | 'photo'> }) {
  const { t } = useTranslation('contact');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const photo = usePhotoAddress()(person);
  const path = regionPath(`/contact-persons/${person.id}/photo`);
  const onSuccess = async () => {
    await changed();
    showDone(t('do.saved'));
  };
  const put = useMutation({ mutationFn: async (file: File) => api.put(path, { image: await smallPhoto(file) }, Photo), onSuccess });
  const remove = useMutation({ mutationFn: () => api.delete(path), onSuccess });
  return (
    <Panel title={t('photo.title')}>
      <Group gap="md" align="center">
        <Initials name={person.name} size={72} {...(photo ? { photo } : {})} />
        <Group gap="xs">
          <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && put.mutate(file)}>
            {(props) => (
              <Button variant="default" loading={put.isPending} {...props}>
                {photo ? t('photo.change') : t('photo.add')}
              </Button>
            )}
          </FileButton>
          {photo && (
            <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('photo.remove')}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        {t('photo.hint')}
      </Text>
      <Problem error={put.error ?? remove.error} />
    </Panel>
  );
}
