-- The application's role, and the extensions that the tables need.
--
-- The application owns nothing: it logs in as whatever DATABASE_URL names and then works as `gongzhi_app`
-- (or logs in as a member of it). Nothing is granted by default; each migration ends with its own GRANTs,
-- and append-only tables get SELECT and INSERT only.
--
-- The cluster should be made with
--   initdb --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --lc-collate=C --lc-ctype=C.UTF-8
-- With --locale=C pg_trgm finds no trigrams in Chinese text and the search finds nothing.
-- Lists in pinyin order say ORDER BY name COLLATE "zh-x-icu".

-- Roles belong to the whole cluster: another database may be making the same one at this moment.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongzhi_app') THEN
    CREATE ROLE gongzhi_app NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT gongzhi_app TO %I', current_user);
EXCEPTION
  -- Granted by somebody else at this moment, or already by an administrator whose rights we lack.
  WHEN unique_violation OR internal_error OR insufficient_privilege THEN NULL;
END $$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO gongzhi_app;
