/** Days and instants of the region's zone. */
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { RegionScope } from './region-scope.ts';

/** The first instant of a day in a zone. */
export const startOfDay = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds);

/** The day of an instant in a zone. */
export const dayOf = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The hour of an instant in a zone, 0–23. */
export const hourOf = (instant: Date, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).hour;

/** A day some days later (or earlier). */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The day some calendar months later; the 31st becomes the month's last day. */
export const addMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString();

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

@Injectable()
export class Calendar {
  constructor(private readonly scope: RegionScope) {}

  get timeZone(): string {
    return this.scope.here.region.timeZone;
  }

  today(): string {
    return dayOf(new Date(), this.timeZone);
  }

  dayOf(instant: Date): string {
    return dayOf(instant, this.timeZone);
  }

  startOf(day: string): Date {
    return startOfDay(day, this.timeZone);
  }

  /** The last millisecond of a day: a stage or outcome given as a day counts at its end. */
  endOf(day: string): Date {
    return new Date(startOfDay(addDays(day, 1), this.timeZone).getTime() - 1);
  }
}
