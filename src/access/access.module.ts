/** Who gets in, and as what. */
import { Global, Module } from '@nestjs/common';
import { Admission } from './admission.ts';
import { Memberships } from './memberships.ts';
import { Passwords } from './passwords.ts';
import { Presence } from './presence.ts';
import { SessionController } from './session.controller.ts';
import { Sessions } from './sessions.ts';
import { Sweep } from './sweep.job.ts';
import { TokenController } from './token.controller.ts';
import { Tokens } from './tokens.ts';
import { Viewer } from './viewer.ts';

@Global()
@Module({
  controllers: [SessionController, TokenController],
  providers: [Admission, Memberships, Passwords, Presence, Sessions, Tokens, Viewer, Sweep],
  exports: [Admission, Memberships, Passwords, Presence, Sessions, Tokens, Viewer],
})
export class AccessModule {}
