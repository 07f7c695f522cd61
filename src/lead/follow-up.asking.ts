/** How long a person has to answer by herself before somebody calls. */
import sql, { raw } from 'sql-template-tag';

export const DAYS_TO_ANSWER = 7;

/** Of a follow-up `f`: asked by a mail that may have reached her, and not long ago. */
export const MAY_STILL_ANSWER = sql`exists (
  select from follow_up_request r join mail m on m.region_id = r.region_id and m.id = r.mail_id
  where r.region_id = f.region_id and r.follow_up_id = f.id and m.state in ('waiting', 'sent')
    and r.at > now() - make_interval(days => ${raw(String(DAYS_TO_ANSWER))}))`;
