/** Contact persons and members. */
import { Module } from '@nestjs/common';
import { RegionModule } from '../region/region.module.ts';
import { Absences } from './absences.ts';
import { ContactDirectory } from './contact-directory.ts';
import { ContactPersonController } from './contact-person.controller.ts';
import { ContactPersonService } from './contact-person.service.ts';
import { Holdings } from './holdings.ts';
import { Leaving } from './leaving.ts';
import { MemberController } from './member.controller.ts';
import { MemberDirectory } from './member-directory.ts';
import { MemberService } from './member.service.ts';
import { NewMembers } from './new-member.service.ts';
import { ContactPhotoController } from './photo.controller.ts';
import { ContactPhotos } from './photo.service.ts';

@Module({
  imports: [RegionModule],
  controllers: [ContactPersonController, ContactPhotoController, MemberController],
  providers: [
    ContactPersonService,
    ContactDirectory,
    ContactPhotos,
    Absences,
    Leaving,
    Holdings,
    MemberDirectory,
    MemberService,
    NewMembers,
  ],
  exports: [ContactPersonService, ContactPhotos, NewMembers],
})
export class ContactModule {}
