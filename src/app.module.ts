/** The whole house: the rooms, and what stands around every route. */
import { DynamicModule, Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { AccessModule } from './access/access.module.ts';
import { ActivityModule } from './activity/activity.module.ts';
import { CaptureModule } from './capture/capture.module.ts';
import { FormModule } from './capture/form.module.ts';
import { ContactModule } from './contact/contact.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { LeadModule } from './lead/lead.module.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';
import { EtagInterceptor } from './platform/concurrency.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { ProblemFilter } from './platform/problem.filter.ts';
import { RegionInterceptor } from './platform/region.interceptor.ts';
import type { Settings } from './platform/settings.ts';
import { ValidationPipe } from './platform/validation.pipe.ts';
import { PrivacyModule } from './privacy/privacy.module.ts';
import { RegionModule } from './region/region.module.ts';
import { ReportModule } from './report/report.module.ts';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings),
        AccessModule,
        RegionModule,
        ContactModule,
        OrganisationModule,
        ActivityModule,
        LeadModule,
        CaptureModule,
        FormModule,
        ReportModule,
        PrivacyModule,
        DemoModule,
      ],
      // Interceptors from the outside in: the transaction, the version of what is sent, the schema it is sent by.
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: RegionInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
