/** Sentences about the rows of the demo world, and the rows of which they are not true. */
export const untrue = (today: string): Readonly<Record<string, string>> => ({
  'a unit that works on an order holds its one live claim': `orders o WHERE unit_id IS NOT NULL AND NOT EXISTS
      (SELECT FROM order_claim c WHERE c.order_id = o.id AND c.released_at IS NULL AND c.unit_id = o.unit_id)`,
  'nobody claims what nobody works on': `order_claim c JOIN orders o ON o.id = c.order_id
      WHERE c.released_at IS NULL AND o.unit_id IS DISTINCT FROM c.unit_id`,
  'whoever claimed was in the audience': `order_claim c WHERE NOT EXISTS
      (SELECT FROM order_audience a WHERE a.order_id = c.order_id AND a.unit_id = c.unit_id)`,
  'an open order has an audience': `orders o WHERE state = 'OPEN' AND NOT EXISTS (SELECT FROM order_audience a WHERE a.order_id = o.id)`,
  'a rated order has its rating': `orders o WHERE closing = 'RATED' AND NOT EXISTS
      (SELECT FROM order_rating r WHERE r.order_id = o.id AND r.round = o.round AND r.satisfied)`,
  'an unrated order has none': `orders o JOIN order_rating r ON r.order_id = o.id AND r.round = o.round WHERE closing = 'UNRATED'`,
  'a finished order has a photo of the result': `orders o WHERE state IN ('DONE_PENDING_CHECK', 'AWAITING_RATING', 'CLEARED')
      AND NOT EXISTS (SELECT FROM file f WHERE f.subject_id = o.id AND f.purpose = 'AFTER')`,
  'the light of an order is that of its first clock': `orders o WHERE due_at IS NOT NULL AND NOT EXISTS
      (SELECT FROM process_clock c WHERE c.subject_id = o.id AND c.due_at = o.due_at)`,
  'no clock runs where the process has ended': `process_clock c JOIN orders o ON o.id = c.subject_id
      WHERE o.state IN ('WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED', 'CLEARED')`,
  'no clock is left that had to ring before today': `process_clock WHERE next_at <= '${today}'`,
  'a master is not merged itself': 'orders o JOIN orders m ON m.id = o.master_id WHERE m.master_id IS NOT NULL',
  'an evaluated round is the last one that was graded': `orders o WHERE evaluated_round <>
      coalesce((SELECT max(round) FROM order_evaluation e WHERE e.order_id = o.id), 0)`,
  'what is closed off passed the guard in this round, under its number': `orders o WHERE state = 'CLEARED' AND NOT EXISTS
      (SELECT FROM closing c WHERE c.subject_id = o.id AND c.noun = 'order' AND c.round = o.round AND c.serial = o.serial)`,
  'evidence is a photo that is there, by its digest, or words': `closing c, jsonb_array_elements(evidence) e WHERE e->>'text' IS NULL AND NOT EXISTS
      (SELECT FROM file f WHERE f.id = (e->>'fileId')::uuid AND f.subject_id = c.subject_id AND encode(f.sha256, 'hex') = e->>'sha256')`,
  'a need that is matched names what answers it, and who gives it': `need n WHERE state = 'MATCHED' AND NOT EXISTS
      (SELECT FROM need_match m WHERE m.need_id = n.id AND m.ended_at IS NULL AND m.unit_id = n.giver_unit_id)`,
  'a unit that works on a project holds its one live claim': `project p WHERE unit_id IS NOT NULL AND state <> 'ABORTED' AND NOT EXISTS
      (SELECT FROM project_claim c WHERE c.project_id = p.id AND c.released_at IS NULL AND c.unit_id = p.unit_id)`,
  'a project that is closed off passed the guard': `project p WHERE state = 'CLEARED' AND NOT EXISTS
      (SELECT FROM closing c WHERE c.subject_id = p.id AND c.round = p.round AND c.serial = p.serial)`,
  'nothing has happened after the day began': `event WHERE at > '${today}'`,
});
