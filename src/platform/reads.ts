/** Marks routes that only read, and may do so from a replica. */
import { SetMetadata } from '@nestjs/common';

export const READS = 'suppilo:reads';
export const Reads = (from: 'reporting') => SetMetadata(READS, from);
