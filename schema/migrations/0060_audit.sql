-- One list of everything that happened and everything that was refused, for the auditor. The rows themselves are append-only.

CREATE VIEW audit_entry WITH (security_invoker = true) AS
  SELECT e.id AS id, e.at, CASE WHEN e.action = 'revealContact' THEN 'READ' ELSE 'DONE' END AS kind, e.noun || '.' || e.action AS what,
    NULL::text AS code, e.person_id, e.post_id, e.role, e.subject_id::text AS subject, e.reason, e.data AS detail, NULL::text AS request_id
  FROM event e
  UNION ALL
  SELECT j.id, j.at, j.kind, j.verb, j.code, j.person_id, j.post_id, j.role, j.subject_id, NULL, j.detail, j.request_id
  FROM journal j;

GRANT SELECT ON audit_entry TO gongzhi_app;
