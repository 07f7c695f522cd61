/** What a route answers: one schema for the response as sent and as OpenAPI tells it. */
import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type * as z from 'zod';

/** The response goes through `schema`, so that no field leaks by accident. Arrays: pass the item's schema and `many`. */
export const Answers = (schema: z.ZodType, { status = 200, many = false }: { status?: number; many?: boolean } = {}) =>
  applyDecorators(SerializeOptions({ schema }), ApiResponse({ status, standardSchema: many ? schema.array() : schema }));
