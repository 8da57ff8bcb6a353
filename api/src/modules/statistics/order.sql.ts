/** SQL of what is counted of an order `o`. */

/** States that are not at an end. */
export const RUNNING = `NOT IN ('WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED', 'CLEARED')`;

/** States in which the unit's work is reported done. */
export const FINISHED = `IN ('DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED', 'CLEARED')`;

/** The unit that has it reported it done after its time, in whatever round. */
export const LATE = '(o.id, o.unit_id) IN (SELECT l.order_id, l.unit_id FROM order_finished_late l)';

/** What was said of each round of an order: a resident's own word stands in the place of what was passed on for them. */
export const RATED = `(SELECT w.order_id, w.round, count(*) AS rated, count(*) FILTER (WHERE w.satisfied) AS pleased, sum(w.score) AS score, count(w.score) AS scored
  FROM order_rating w WHERE NOT (w.relayed AND EXISTS (SELECT FROM order_rating own
    WHERE own.order_id = w.order_id AND own.round = w.round AND own.voice_id = w.voice_id AND NOT own.relayed))
  GROUP BY w.order_id, w.round)`;
