/** The photos of contact persons, given and taken away by admins and by herself. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { Forbidden, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { PHOTO_BYTES, type Photo, type PhotoInput } from './photo.schema.ts';

export interface Picture {
  readonly type: string;
  readonly bytes: Buffer;
  readonly version: string;
}

@Injectable()
export class ContactPhotos {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
  ) {}

  /** @throws Forbidden for anybody but admins and herself, NotFound; Unprocessable `not_a_picture`, `too_large` at `image` */
  async put(contactPersonId: string, { image }: PhotoInput): Promise<Photo> {
    await this.mustBeHers(contactPersonId);
    const bytes = Buffer.from(image, 'base64');
    if (bytes.length > PHOTO_BYTES) throw new Unprocessable('too_large', 'image', 'A photo has at most 12 kB');
    const type = typeOf(bytes);
    if (!type) throw new Unprocessable('not_a_picture', 'image', 'Neither WebP nor JPEG nor PNG');
    const version = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
    await this.scope.rows(sql`
      insert into contact_photo (region_id, contact_person_id, type, bytes, version)
      values (${this.scope.here.regionId}, ${contactPersonId}, ${type}, ${bytes}, ${version})
      on conflict (region_id, contact_person_id) do update set type = excluded.type, bytes = excluded.bytes, version = excluded.version`);
    return { version };
  }

  /** @throws Forbidden for anybody but admins and herself, NotFound when she is not there */
  async remove(contactPersonId: string): Promise<void> {
    await this.mustBeHers(contactPersonId);
    await this.scope.rows(sql`
      delete from contact_photo where region_id = ${this.scope.here.regionId} and contact_person_id = ${contactPersonId}`);
  }

  /** @throws NotFound when there is none */
  async read(contactPersonId: string): Promise<Picture> {
    const picture = await this.scope.row<Picture>(sql`
      select type, bytes, version from contact_photo
      where region_id = ${this.scope.here.regionId} and contact_person_id = ${contactPersonId}`);
    if (!picture) throw new NotFound('This photo');
    return picture;
  }

  private async mustBeHers(id: string): Promise<void> {
    if (!this.viewer.may('contact.write') && (await this.viewer.contactPersonId()) !== id.toLowerCase()) throw new Forbidden();
    const there = await this.scope.row(sql`
      select from contact_person where region_id = ${this.scope.here.regionId} and id = ${id} for key share`);
    if (!there) throw new NotFound('This contact person');
  }
}

/** By its first bytes, whatever anybody calls it. */
function typeOf(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}
