/** SQL of what is counted of an order `o`. */

/** States that are not at an end. */
export const RUNNING = `NOT IN ('WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED', 'CLEARED')`;

/** States in which the unit's work is reported done. */
export const FINISHED = `IN ('DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED', 'CLEARED')`;

/** The unit that has it reported it done after its time, in whatever round. */
export const LATE = '(o.id, o.unit_id) IN (SELECT l.order_id, l.unit_id FROM order_finished_late l)';

/** What was said of each round of an order: a resident's own word stands in the place of what was passed on for them. */
export const RATED = `(SELECT order_id, round, count(*) AS rated, count(*) FILTER (WHERE satisfied) AS pleased, sum(score) AS score, count(score) AS scored
  FROM (SELECT DISTINCT ON (order_id, round, voice_id) order_id, round, satisfied, score FROM order_rating ORDER BY order_id, round, voice_id, relayed) said
  GROUP BY order_id, round)`;
