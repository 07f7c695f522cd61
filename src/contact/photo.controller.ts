/** /regions/{region}/contact-persons/{id}/photo */
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Photo, PhotoInput } from './photo.schema.ts';
import { ContactPhotos } from './photo.service.ts';

@Controller('regions/:region/contact-persons/:id/photo')
export class ContactPhotoController {
  constructor(private readonly photos: ContactPhotos) {}

  @Get()
  @Allow('contact.read')
  @Header('cache-control', 'private, no-cache')
  @ApiOkResponse({ description: 'The picture', content: { 'image/webp': {}, 'image/jpeg': {}, 'image/png': {} } })
  async read(@Param({ schema: ItemPath }) path: ItemPath): Promise<StreamableFile> {
    const { bytes, type } = await this.photos.read(path.id);
    return new StreamableFile(bytes, { type });
  }

  /** For admins, and for herself. */
  @Put()
  @Allow('contact.photo')
  @Answers(Photo)
  put(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: PhotoInput }) body: PhotoInput) {
    return this.photos.put(path.id, body);
  }

  @Delete()
  @HttpCode(204)
  @Allow('contact.photo')
  async remove(@Param({ schema: ItemPath }) path: ItemPath): Promise<void> {
    await this.photos.remove(path.id);
  }
}
