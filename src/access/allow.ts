/** What a route needs: an action of the permission table, just somebody signed in, or an operator. */
import { SetMetadata } from '@nestjs/common';
import type { Action } from './permission.schema.ts';

export const NEEDS = 'suppilo:needs';
export type Needs = { readonly action: Action } | { readonly signedIn: true } | { readonly operator: true };

/** A region's route that this action allows. */
export const Allow = (action: Action) => SetMetadata(NEEDS, { action } satisfies Needs);
/** A route outside of regions for anybody signed in. */
export const SignedIn = () => SetMetadata(NEEDS, { signedIn: true } satisfies Needs);
/** A route outside of regions for the operators of the installation. */
export const OperatorOnly = () => SetMetadata(NEEDS, { operator: true } satisfies Needs);
