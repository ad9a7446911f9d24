-- The kinds of records that leave in an archive. `key` is the column by which they are read in pages, `filed_under`
-- that of the client, `left_out` the columns that stay: the secrets of links and what is sealed under them, and what
-- has no meaning elsewhere. `parts` are the tables whose rows belong to a record: each with its name in the record, the
-- column that refers to the record, the one by which they are ordered, and one that stays.
--
-- Not exported are links, drafts, resume codes and sealed copies, which are of use only to who has a link, and what
-- this database derives or keeps for a while: words, sights, changes that can be undone, photos that are measured, and
-- messages. What a client said about messages is a consent.
create or replace function clinic.archive_nouns()
returns table (noun text, relation text, key text, filed_under text, left_out text[], parts jsonb)
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  values
    ('practice', 'practices', 'practice_id', null, '{}'::text[], '[]'::jsonb),
    ('practitioners', 'practitioners', 'id', null, '{practice_id,portrait_hash}', '[]'),
    ('short_ids', 'short_ids', 'short_id', null, '{practice_id}', '[]'),
    ('items', 'items', 'id', null, '{practice_id}', '[]'),
    ('templates', 'plan_templates', 'name', null, '{practice_id}', '[]'),
    ('clients', 'clients', 'id', 'id', '{practice_id}', '[]'),
    ('shares', 'client_shares', 'client_id', 'client_id', '{practice_id,granted_in}', '[]'),
    ('notes', 'client_notes', 'id', 'client_id', '{practice_id}', '[]'),
    ('openings', 'client_openings', 'id', 'client_id', '{practice_id}', '[]'),
    ('invites', 'invites', 'id', 'client_id',
      '{practice_id,prefill,history_code_hash,wrong_history_tries,wrong_resume_codes,wrong_resume_codes_since}', '[]'),
    ('intakes', 'intakes', 'id', 'client_id', '{practice_id}',
      '[["amendments", "intake_amendments", "intake_id", "number"], ["flags", "intake_flags", "intake_id", "flag"]]'),
    ('consents', 'consent_entries', 'client_id', 'client_id', '{practice_id}', '[]'),
    ('evaluations', 'evaluations', 'id', 'client_id', '{practice_id}',
      '[["amendments", "evaluation_amendments", "evaluation_id", "number"],
        ["photos", "kept_photos", "evaluation_id", "view", "picture"]]'),
    ('photos', 'kept_photos', 'evaluation_id', null, '{practice_id}', '[]'),
    ('visits', 'visits', 'id', 'client_id', '{practice_id}',
      '[["amendments", "visit_amendments", "visit_id", "number"]]'),
    ('plans', 'plans', 'id', 'client_id', '{practice_id}', '[["items", "plan_items", "plan_id", "position"]]'),
    ('wishes', 'wishes', 'id', 'client_id', '{practice_id}', '[]'),
    ('checkins', 'checkins', 'id', 'client_id', '{practice_id}',
      '[["flags", "checkin_flags", "checkin_id", "flag"], ["pauses", "item_pauses", "checkin_id", "item"]]'),
    ('erasures', 'erasures', 'client_id', null, '{practice_id}', '[]'),
    ('audit', 'audit_entries', 'sequence', null, '{practice_id}',
      '[["reasons", "audit_reasons", "sequence", "sequence"]]')
$$;
