/** /regions/{region}/activities/{id}/attendance and …/attendees */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { Attendance, AttendanceInput, Attendee, AttendeeList } from './attendance.schema.ts';
import { AttendanceService } from './attendance.service.ts';

const AttendeePage = pageOf(Attendee).meta({ id: 'AttendeePage' });

@Controller('regions/:region/activities/:id')
export class AttendanceController {
  constructor(private readonly attendances: AttendanceService) {}

  @Post('attendance')
  @HttpCode(200)
  @Allow('attendance.write')
  @Answers(Attendance)
  record(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: AttendanceInput }) body: AttendanceInput) {
    return this.attendances.record(path.id, body);
  }

  @Get('attendance')
  @Allow('activity.read')
  @Answers(Attendance)
  read(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.attendances.read(path.id);
  }

  @Get('attendees')
  @Allow('lead.read')
  @Answers(AttendeePage)
  attendees(@Param({ schema: ItemPath }) path: ItemPath, @Query({ schema: AttendeeList }) query: AttendeeList) {
    return this.attendances.attendees(path.id, query);
  }
}
