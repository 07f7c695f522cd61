/** Below which count of people the region hides numbers. */
import { useRegionFacts } from '../app/municipalities.ts';

export const useThreshold = (): number => useRegionFacts()?.smallNumber ?? 5;
