-- Messages to clients and therapists, from the transaction of their cause until the machine's mail system has them. A
-- row says what kind of message it is and to whom; the words are in the content. Nothing about health is in either.

-- The keys under which secrets of links are sealed for the outbox, the newest first. The private one is a file of the
-- machine that sends.
create table clinic.outbox_keys (
  public_key bytea not null constraint outbox_keys_public_key_x25519 check (octet_length(public_key) = 32),
  registered_at timestamptz not null default now(),
  constraint outbox_keys_pkey primary key (public_key)
);
create policy everyone_reads on clinic.outbox_keys for select using (true);
create policy outbox_registers on clinic.outbox_keys for insert with check (session_user = 'plumbline_outbox');
alter table clinic.outbox_keys enable row level security, force row level security;

-- The secrets of links that messages may carry, sealed to the outbox's key. Everybody else knows only their hashes.
create table clinic.outbox_links (
  practice_id uuid not null,
  -- The invite or plan that the link opens.
  target uuid not null,
  client_id uuid not null,
  sealed bytea not null constraint outbox_links_sealed_short check (octet_length(sealed) between 48 and 200),
  -- When the outbox looks next whether to ask the client of the plan how it is going (clinic.checkins_to_ask). Null
  -- where there is nothing to ask, as with an invite.
  look_at timestamptz default now(),
  constraint outbox_links_pkey primary key (practice_id, target),
  constraint outbox_links_client_fkey foreign key (practice_id, client_id) references clinic.clients on delete cascade
);
create index outbox_links_client_idx on clinic.outbox_links (practice_id, client_id);
create index outbox_links_look_idx on clinic.outbox_links (practice_id, look_at);
select clinic.lock_by_practice('clinic.outbox_links');

create table clinic.messages (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null constraint messages_kind_known
    check (kind in (
      'invite', 'returned', 'invite_reminder', 'new_link', 'plan', 'plan_paused', 'checkin', 'next_visit',
      'yearly_review', 'notice')),
  -- Null for a notice, which goes to the practitioner and names no client.
  client_id uuid,
  -- Whose client it is.
  practitioner_id uuid not null,
  channel text not null constraint messages_channel_known check (channel in ('email', 'sms')),
  -- The invite or plan whose link is in it.
  target uuid,
  -- The visit that it names.
  visit_on date,
  -- The day for which the outbox wrote it by itself, so that it is written once.
  occasion date,
  state text not null default 'waiting' constraint messages_state_known
    check (state in ('waiting', 'sent', 'failed', 'cancelled', 'bounced')),
  -- Why it is not sent, or was returned.
  reason text constraint messages_reason_given check (clinic.has_visible(reason) and length(reason) <= 500),
  tries integer not null default 0 constraint messages_tries_counted check (tries >= 0),
  next_try_at timestamptz not null default now(),
  created_at timestamptz not null default clock_timestamp(),
  handed_over_at timestamptz,
  constraint messages_pkey primary key (practice_id, id),
  constraint messages_once unique (practice_id, client_id, kind, occasion),
  constraint messages_client_fkey foreign key (practice_id, client_id) references clinic.clients on delete cascade,
  constraint messages_practitioner_fkey foreign key (practice_id, practitioner_id) references clinic.practitioners,
  constraint messages_to_client check ((client_id is null) = (kind = 'notice')),
  constraint messages_handed_over check ((state in ('sent', 'bounced')) = (handed_over_at is not null)),
  constraint messages_with_reason check ((state in ('failed', 'cancelled', 'bounced')) = (reason is not null))
);
create index messages_waiting_idx on clinic.messages (practice_id, next_try_at) where state = 'waiting';
create index messages_client_idx on clinic.messages (practice_id, client_id, created_at);
create index messages_trouble_idx on clinic.messages (practice_id, created_at) where state in ('failed', 'bounced');
-- Of what tells a therapist to look, one at a time waits.
create unique index messages_notice_key on clinic.messages (practice_id, practitioner_id)
  where kind = 'notice' and state = 'waiting';
select clinic.lock_by_practice('clinic.messages');

create trigger messages_immutable
  before update or delete on clinic.messages
  for each row execute function clinic.refuse_change(
    'target', 'state', 'reason', 'tries', 'next_try_at', 'handed_over_at');
