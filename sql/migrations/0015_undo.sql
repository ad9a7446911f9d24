-- What a change replaced, for as long as it can be undone.
create table clinic.undo_log (
  practice_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  verb text not null,
  target uuid not null,
  -- Many clients that arrive at once are one change, which is taken back as one and is about no single client.
  client_id uuid constraint undo_log_about_a_client check ((client_id is null) = (verb = 'client.import')),
  before jsonb not null,
  undo_until timestamptz not null,
  undone_at timestamptz,
  constraint undo_log_pkey primary key (practice_id, id),
  constraint undo_log_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint undo_log_made_by_fkey foreign key (practice_id, made_by) references clinic.practitioners
);
create index undo_log_made_by_idx on clinic.undo_log (practice_id, made_by, made_at);
create index undo_log_client_idx on clinic.undo_log (practice_id, client_id, made_at);
select clinic.lock_by_practice('clinic.undo_log');
