/** Which activity this device last logged a lead at today: at a fair the next one was most likely met there, too. */
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';

export function useLastMet(): { id: string | undefined; remember: (activityId: string) => void } {
  const { slug, user } = useRegion();
  const today = useFormat().dayOf();
  const key = `suppilo.met ${user.id} ${slug}`;
  const [day, id] = (localStorage.getItem(key) ?? '').split(' ');
  return { id: day === today ? id : undefined, remember: (activityId) => localStorage.setItem(key, `${today} ${activityId}`) };
}
