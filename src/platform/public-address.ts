/** The address people use, for links that leave the house in mails: never the one a request claims to have come to. */
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { SETTINGS, type Settings } from './settings.ts';

@Injectable()
export class PublicAddress {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly http: HttpAdapterHost,
  ) {}

  /** The whole address of a path such as `/my/{token}`. */
  of(path: string): string {
    return this.base() + path;
  }

  /** `PUBLIC_URL`; without it where this process listens, which opens on this machine only. */
  private base(): string {
    const { publicUrl, port } = this.settings;
    return publicUrl ?? `http://127.0.0.1:${this.listening() ?? port}`;
  }

  private listening(): number | undefined {
    const address = this.http.httpAdapter?.getHttpServer()?.address?.() as { port?: number } | null | undefined;
    return address?.port;
  }
}
