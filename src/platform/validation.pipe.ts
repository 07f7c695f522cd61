/** Checks what comes in against its zod schema and names each wrong field. */
import { ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { NotFound, Problem } from './problem.ts';

const segment = (part: PropertyKey | StandardSchemaV1.PathSegment) => String(typeof part === 'object' ? part.key : part);

@Injectable()
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) => new Problem(400, 'invalid', 'Some fields are not right', issuesOf(issues)),
    });
  }

  /** An id in the path that can't be one is simply not there. */
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.type !== 'param') return super.transform(value ?? ({} as T), metadata);
    return super.transform(value, metadata).catch(() => {
      throw new NotFound();
    });
  }
}

/** The issues of a schema as a problem tells them. */
export const issuesOf = (issues: readonly StandardSchemaV1.Issue[]) => issues.slice(0, 100).flatMap(ofClosestShape).map(asIssue);

/** What may have one of several shapes is told what the closest one lacks: that with the fewest issues, of equals the last. */
function ofClosestShape(issue: StandardSchemaV1.Issue): StandardSchemaV1.Issue[] {
  const { errors } = issue as { errors?: StandardSchemaV1.Issue[][] };
  if (!errors?.length) return [issue];
  const closest = errors.reduce((best, shape) => (shape.length <= best.length ? shape : best));
  return closest.flatMap((inner) => ofClosestShape({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] }));
}

/** An issue of a schema, with zod's code or the rule's own (`params.code`). */
function asIssue(issue: StandardSchemaV1.Issue) {
  const { code, params, keys } = issue as { code?: string; params?: { code?: string }; keys?: string[] };
  const path = (issue.path ?? []).map(segment);
  return {
    path: [...path, ...(code === 'unrecognized_keys' ? (keys ?? []).slice(0, 1) : [])].join('.'),
    message: issue.message,
    code: params?.code ?? code ?? 'invalid',
  };
}
