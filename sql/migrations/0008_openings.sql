-- Each time a colleague broke the glass: told to the client's practitioner until they say that they have read it.
create table clinic.client_openings (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null default clock_timestamp(),
  reason text not null constraint client_openings_reason_given check (clinic.has_visible(reason)),
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  constraint client_openings_pkey primary key (practice_id, id),
  constraint client_openings_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint client_openings_opened_by_fkey foreign key (practice_id, opened_by) references clinic.practitioners,
  constraint client_openings_acknowledged_by_fkey foreign key (practice_id, acknowledged_by)
    references clinic.practitioners,
  constraint client_openings_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null)),
  -- Nobody tells themselves.
  constraint client_openings_acknowledged_by_another check (acknowledged_by <> opened_by)
);
create index client_openings_client_idx on clinic.client_openings (practice_id, client_id, opened_at);
select clinic.lock_by_practice('clinic.client_openings');

create trigger client_openings_immutable
  before update or delete on clinic.client_openings
  for each row execute function clinic.refuse_change('acknowledged_at', 'acknowledged_by');

-- Whether this session is the one who is told that a colleague broke the glass of a client: the client's practitioner,
-- or an owner when the client is by now the colleague's own. Never the colleague.
create function clinic.is_told_of_opening(opened_by uuid, practitioner uuid)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select opened_by <> clinic.my_id()
    and (practitioner = clinic.my_id() or (practitioner = opened_by and clinic.is_owner()))
$$;
