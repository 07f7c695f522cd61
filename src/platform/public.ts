/** Marks routes that need no sign-in. */
import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'suppilo:public';
export const Public = () => SetMetadata(PUBLIC, true);
