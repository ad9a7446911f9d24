-- Practices, the people who work in them, and the row security that keeps each practice to itself.

-- Whether anything of a text is seen. Not seen are white space, controls, format characters, fillers such as U+3164 and
-- the braille pattern without a dot: `Unicode.Scalar.isInvisible` in Swift knows the same ones. They are written out,
-- because what a regular expression takes for white space depends on the locale.
create function clinic.has_visible(typed text)
returns boolean
language sql
immutable
return typed ~ (
  '[^\u0001-\u0020\u007f-\u00a0\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680\u17b4'
  '\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb'
  '\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a'
  '\U000e0000-\U000e0fff]');

-- Whether a text is one line without control characters: `Unicode.Scalar.breaksLine` in Swift knows the same ones.
create function clinic.is_line(typed text)
returns boolean
language sql
immutable
return typed !~ '[\u0001-\u001f\u007f-\u009f\u2028\u2029]';

create table clinic.practices (
  practice_id uuid not null,
  name text not null constraint practices_name_given
    check (clinic.has_visible(name) and clinic.is_line(name) and length(name) <= 200),
  colour text constraint practices_colour_css check (colour ~ '^#[0-9a-f]{6}$'),
  phone text constraint practices_phone_given
    check (clinic.has_visible(phone) and clinic.is_line(phone) and length(phone) <= 100),
  -- Whom clients call when something cannot wait.
  emergency_phone text constraint practices_emergency_phone_given
    check (clinic.has_visible(emergency_phone) and clinic.is_line(emergency_phone) and length(emergency_phone) <= 100),
  email text constraint practices_email_given
    check (clinic.has_visible(email) and clinic.is_line(email) and length(email) <= 320),
  address text constraint practices_address_given check (clinic.has_visible(address) and length(address) <= 1000),
  -- What clients read above their form, in the practice's own words.
  welcome text constraint practices_welcome_short check (clinic.has_visible(welcome) and length(welcome) <= 500),
  -- The place's time zone, by its name in the database of time zones (IANA).
  time_zone text not null default 'UTC' constraint practices_time_zone_form
    check (time_zone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  hidden_questions text[] not null default '{}',
  content_reviewed_by text constraint practices_content_reviewed_by_given
    check (
      clinic.has_visible(content_reviewed_by) and clinic.is_line(content_reviewed_by)
      and length(content_reviewed_by) <= 200),
  content_reviewed_at timestamptz,
  retention_years integer not null default 10 constraint practices_retention_years_sane
    check (retention_years between 1 and 100),
  created_at timestamptz not null default now(),
  constraint practices_pkey primary key (practice_id),
  constraint practices_content_reviewed check ((content_reviewed_by is null) = (content_reviewed_at is null))
);

-- Maps a login to its practice. This table, clinic.links and clinic.content_versions are the only ones whose keys do
-- not begin with a practice, because the practice is looked up here. None of them refers to a table of practices: where
-- these are spread over several servers, each server has all of the three (tests/22_distribution.test.sql).
create table clinic.logins (
  role_name name not null,
  practice_id uuid not null,
  practitioner_id uuid not null,
  active boolean not null default true,
  -- The VALID UNTIL of a role only ends its password. It has no effect on peer authentication.
  valid_until timestamptz,
  constraint logins_pkey primary key (role_name),
  constraint logins_practitioner_key unique (practice_id, practitioner_id, role_name)
);

create table clinic.practitioners (
  practice_id uuid not null,
  id uuid not null,
  display_name text not null constraint practitioners_display_name_given
    check (clinic.has_visible(display_name) and clinic.is_line(display_name) and length(display_name) <= 200),
  role_name name not null,
  is_owner boolean not null default false,
  -- A JPEG without anything but its pixels, shown above the form beside the words of welcome; small enough to come with
  -- the first packets.
  portrait bytea constraint practitioners_portrait_small check (length(portrait) <= 14336),
  -- Stands in the picture's address, so that a browser keeps it until it is another.
  portrait_hash text generated always as (left(encode(sha256(portrait), 'hex'), 16)) stored,
  valid_until timestamptz,
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  -- Where they are told that something needs them (clinic.tell_therapist).
  email text constraint practitioners_email_given
    check (clinic.has_visible(email) and clinic.is_line(email) and length(email) <= 320),
  -- The logins by which the audit knows them from where the practice was before (operator.practice_admit).
  former_logins name[] not null default '{}',
  constraint practitioners_pkey primary key (practice_id, id),
  constraint practitioners_role_name_key unique (practice_id, role_name),
  constraint practitioners_practice_fkey foreign key (practice_id) references clinic.practices (practice_id),
  constraint practitioners_login_fkey foreign key (practice_id, id, role_name)
    references clinic.logins (practice_id, practitioner_id, role_name)
);

-- Returns the entry of the login that this session authenticated as, if it is active. PL/pgSQL plans the query once in
-- a session; an SQL function would parse and plan it at every call.
create function clinic.my_login()
returns clinic.logins
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
  login clinic.logins;
begin
  select l.* into login
  from clinic.logins as l
  where l.role_name = session_user
    and l.active
    and (l.valid_until is null or l.valid_until > statement_timestamp());
  return login;
end
$$;

-- Returns the practice whose rows this session may use. For a therapist it follows from the login they authenticated
-- with, which neither SET ROLE nor a setting can change. The door, the operator and the outbox belong to no practice:
-- their functions enter the practice that a link or a command names, for the rest of the transaction. Null matches no
-- row.
--
-- Every statement calls this, and so does the policy of every table in it. The function is a single expression that is
-- bound when it is created, so PostgreSQL inlines it into their plans. It looks up no name later and needs no
-- search_path, which would prevent inlining.
create function clinic.my_practice()
returns uuid
language sql
stable
return
  case
    when session_user in ('plumbline_door', 'plumbline_operator', 'plumbline_outbox')
      then nullif(current_setting('plumbline.practice', true), '')::uuid
    else (clinic.my_login()).practice_id
  end;

create function clinic.enter(practice uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('plumbline.practice', practice::text, true);
end
$$;

-- Applies the same policy to a table with a practice. Every such table calls this.
create function clinic.lock_by_practice(tenant_table regclass)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  execute format(
    'create policy of_my_practice on %s using (practice_id = (select clinic.my_practice()))', tenant_table);
  execute format('alter table %s enable row level security, force row level security', tenant_table);
end
$$;

select clinic.lock_by_practice('clinic.practices');
select clinic.lock_by_practice('clinic.practitioners');

-- The operator lists practices and the people who work in them; the outbox goes through the practices.
create policy operator_reads on clinic.practices for select
  using (session_user in ('plumbline_operator', 'plumbline_outbox'));
create policy operator_reads on clinic.practitioners for select using (session_user = 'plumbline_operator');

-- A session reads its own login to learn its practice, so the practice cannot protect this table. The other logins of a
-- practice can be reached by entering it, which only the functions that add and close logins do.
create policy own_login on clinic.logins
  using (role_name = session_user or practice_id = nullif(current_setting('plumbline.practice', true), '')::uuid);
alter table clinic.logins enable row level security, force row level security;

-- Returns the practitioner of this session; null for the door and the operator.
create function clinic.my_id()
returns uuid
language sql
stable
return (clinic.my_login()).practitioner_id;

create function clinic.is_owner()
returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (
    select p.is_owner
    from clinic.practitioners as p
    where p.practice_id = (select clinic.my_practice()) and p.id = (select clinic.my_id()));
end
$$;

-- The clinical content: one document for each version, kept for ever because records name the version they were made
-- with.
create table clinic.content_versions (
  version text not null constraint content_versions_version_given check (version ~ '^[0-9a-z.+-]{1,40}$'),
  pack jsonb not null constraint content_versions_pack_object check (jsonb_typeof(pack) = 'object'),
  loaded_at timestamptz not null default clock_timestamp(),
  constraint content_versions_pkey primary key (version)
);
create policy everyone_reads on clinic.content_versions for select using (true);
create policy operator_loads on clinic.content_versions for insert
  with check (session_user = 'plumbline_operator');
alter table clinic.content_versions enable row level security, force row level security;

-- The ids that people type: four characters of Crockford's base32, or more when a practice fills up. They share one
-- name space in a practice, so a short id names one record, and none is given twice.
create table clinic.short_ids (
  practice_id uuid not null,
  short_id text not null constraint short_ids_crockford check (short_id ~ '^[0-9a-hjkmnp-tv-z]{4,12}$'),
  kind text not null,
  id uuid not null,
  constraint short_ids_pkey primary key (practice_id, short_id),
  constraint short_ids_id_key unique (practice_id, id),
  constraint short_ids_practice_fkey foreign key (practice_id) references clinic.practices (practice_id)
);
select clinic.lock_by_practice('clinic.short_ids');

-- Refuses changes of rows that must stay as they were written: only the listed columns may change, and only erasing a
-- client deletes.
create function clinic.refuse_change()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  may_change constant text[] := tg_argv;
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - may_change = to_jsonb(new) - may_change then
    return new;
  elsif tg_op = 'DELETE' and current_setting('plumbline.erasing', true) = 'on' then
    return old;
  end if;
  perform clinic.refuse(
    'PL409', format('%s of clinic.%s is refused: the record is immutable', lower(tg_op), tg_table_name));
end
$$;
