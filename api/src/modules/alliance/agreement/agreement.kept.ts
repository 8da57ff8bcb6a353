/** An agreement that is in force, or was: one that was concluded on paper before the house was. */
export interface KeptAgreement {
  readonly id: string;
  readonly allianceId: string;
  readonly unitId: string;
  /** Days. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** When the unit became a member, ISO 8601. */
  readonly since: string;
  /** When the agreement was ended before its term; null where it runs on. */
  readonly until: string | null;
}

/**
 * Writes agreements and the memberships that follow from them: one JSON array of `KeptAgreement` as `$1`. They have a text of one
 * clause, which both sides are taken to have signed. No clock runs for them.
 */
export const INSERT_KEPT_AGREEMENTS = `
  WITH given AS (
    SELECT g.*, a.division_code AS code, tstzrange(g.since, coalesce(g.until, (g."endsOn" + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')) AS term,
      jsonb_build_array(jsonb_build_object('title', '共驻共建', 'text', left(u.name, 40) || '与' || a.name || '共驻共建、资源共享、实事共办。')) AS clauses
    FROM jsonb_to_recordset($1::jsonb) AS g (id uuid, "allianceId" uuid, "unitId" uuid, "startsOn" date, "endsOn" date, since timestamptz, until timestamptz)
    JOIN alliance a ON a.id = g."allianceId" JOIN unit u ON u.id = g."unitId"),
  kept AS (
    INSERT INTO agreement (id, state, entered_at, alliance_id, unit_id, district_code, street_code, community_code, title, starts_on, ends_on,
      clauses, version_no, revision, in_force_no, created_at, active_at, ended_at)
    SELECT id, CASE WHEN until IS NULL THEN 'ACTIVE' ELSE 'TERMINATED' END, coalesce(until, since), "allianceId", "unitId", left(code, 6) || '000000',
      left(code, 9) || '000', CASE WHEN right(code, 3) <> '000' THEN code END, '共驻共建协议', "startsOn", "endsOn",
      clauses, 1, 1, 1, since, since, until FROM given),
  put AS (
    INSERT INTO agreement_version (agreement_id, n, starts_on, ends_on, clauses, changes, by_side, at)
    SELECT id, 1, "startsOn", "endsOn", clauses, '[]', 'ALLIANCE', since FROM given)
  INSERT INTO alliance_member (alliance_id, unit_id, term, agreement_id) SELECT "allianceId", "unitId", term, id FROM given`;
