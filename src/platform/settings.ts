/** The settings as the running application has them: every address known, the secret made. */
import type { Config } from '../../config/environment.ts';

export type Settings = Omit<Config, 'databaseUrl' | 'sessionSecret'> & { readonly databaseUrl: string; readonly sessionSecret: string };

export const SETTINGS = Symbol('settings');
