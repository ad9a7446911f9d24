-- Practices, the people who work in them, and the lock on every row: its practice.

create table clinic.practices (
  practice_id uuid not null,
  name text not null constraint practices_name_given check (name ~ '\S' and length(name) <= 200),
  colour text constraint practices_colour_css check (colour ~ '^#[0-9a-f]{6}$'),
  phone text constraint practices_phone_short check (length(phone) <= 100),
  email text constraint practices_email_short check (length(email) <= 320),
  address text constraint practices_address_short check (length(address) <= 1000),
  hidden_questions text[] not null default '{}',
  content_reviewed_by text constraint practices_content_reviewed_by_given check (content_reviewed_by ~ '\S'),
  content_reviewed_at timestamptz,
  retention_years integer not null default 10 constraint practices_retention_years_sane
    check (retention_years between 1 and 100),
  created_at timestamptz not null default now(),
  constraint practices_pkey primary key (practice_id),
  constraint practices_content_reviewed check ((content_reviewed_by is null) = (content_reviewed_at is null))
);

create table clinic.practitioners (
  practice_id uuid not null,
  id uuid not null,
  display_name text not null constraint practitioners_display_name_given
    check (display_name ~ '\S' and length(display_name) <= 200),
  role_name name not null,
  is_owner boolean not null default false,
  valid_until timestamptz,
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  constraint practitioners_pkey primary key (practice_id, id),
  constraint practitioners_role_name_key unique (practice_id, role_name),
  constraint practitioners_practice_fkey foreign key (practice_id) references clinic.practices (practice_id)
);

-- The directory from a login to its practice. With clinic.links it is the only table that is not led by a practice:
-- it is where the practice comes from.
create table clinic.logins (
  role_name name not null,
  practice_id uuid not null,
  practitioner_id uuid not null,
  active boolean not null default true,
  -- PostgreSQL's own VALID UNTIL ends passwords only; peer authentication knows none.
  valid_until timestamptz,
  constraint logins_pkey primary key (role_name),
  constraint logins_practitioner_fkey foreign key (practice_id, practitioner_id)
    references clinic.practitioners (practice_id, id)
);

-- The entry of the login that this session authenticated as, while it is good. In PL/pgSQL a session plans the query
-- once; in SQL each call would parse and plan it anew.
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

-- Whose rows this session may touch: a therapist's own practice, by the name they authenticated with, which neither
-- SET ROLE nor a setting can change. The door and the operator belong to no practice; their functions enter the
-- one that a link or a command names, for the rest of the transaction. Null is no practice, and no row.
--
-- Every statement asks for it, and the policy of every table in it asks again: being a single expression, it becomes
-- part of their plans and is not called. It is bound when it is created, looks up no name later, and so needs no
-- search_path, which would keep it from that.
create function clinic.my_practice()
returns uuid
language sql
stable
return
  case
    when session_user in ('plumbline_door', 'plumbline_operator')
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

-- Every table with a practice is put under the same lock.
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

-- The operator lists practices and who works in them.
create policy operator_reads on clinic.practices for select using (session_user = 'plumbline_operator');
create policy operator_reads on clinic.practitioners for select using (session_user = 'plumbline_operator');

-- One's own login tells the practice, so the practice cannot guard it; the others of a practice are reached by
-- entering it, and only to add or close them.
create policy own_login on clinic.logins
  using (role_name = session_user or practice_id = nullif(current_setting('plumbline.practice', true), '')::uuid);
alter table clinic.logins enable row level security, force row level security;

-- The practitioner this session is; null for the door and the operator.
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
    select is_owner
    from clinic.practitioners
    where practice_id = (select clinic.my_practice()) and id = (select clinic.my_id()));
end
$$;

-- The clinical content, one document a version, kept for ever: a record names the version it was made with.
create table clinic.content_versions (
  version text not null constraint content_versions_version_given check (version ~ '^[0-9a-z.+-]{1,40}$'),
  pack jsonb not null constraint content_versions_pack_object check (jsonb_typeof(pack) = 'object'),
  loaded_at timestamptz not null default now(),
  constraint content_versions_pkey primary key (version)
);
create policy everyone_reads on clinic.content_versions for select using (true);
create policy operator_loads on clinic.content_versions for insert
  with check (session_user = 'plumbline_operator');
alter table clinic.content_versions enable row level security, force row level security;

-- What people type: four characters of Crockford's base32, more when a practice fills up. One name space a practice,
-- so that a short id names one thing; never given twice.
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

-- Rows that must stay as they were written: only the listed columns change, and only desk.client_erase deletes.
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
