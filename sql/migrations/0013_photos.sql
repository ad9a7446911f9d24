-- Posture photos while they are measured: taken and tapped through a link of 30 minutes, for one draft of an
-- evaluation. What is measured goes into the draft; photos and taps go when it is taken over, when the draft is signed
-- or discarded, and the photos when their link ends.

create table clinic.photo_sessions (
  practice_id uuid not null,
  evaluation_id uuid not null,
  views text[] not null constraint photo_sessions_views_few check (cardinality(views) between 1 and 5),
  -- The length of the scale bar in the pictures.
  scale_mm integer not null constraint photo_sessions_scale_mm_bounds check (scale_mm between 50 and 2500),
  -- What the client's last evaluation says, sealed under the link's secret, to be shown beside the new measures.
  sealed bytea not null constraint photo_sessions_sealed_short check (octet_length(sealed) <= 100000),
  pictures_taken integer not null default 0,
  -- For photos that are to be kept: until when, and the link's secret, with which the desk opens them to keep them.
  keep_until date,
  secret bytea constraint photo_sessions_secret_length check (octet_length(secret) = 32),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 minutes',
  constraint photo_sessions_pkey primary key (practice_id, evaluation_id),
  constraint photo_sessions_evaluation_fkey foreign key (practice_id, evaluation_id) references clinic.evaluations
    on delete cascade,
  constraint photo_sessions_created_by_fkey foreign key (practice_id, created_by) references clinic.practitioners,
  constraint photo_sessions_short check (expires_at <= created_at + interval '30 minutes'),
  constraint photo_sessions_secret_to_keep check ((keep_until is null) = (secret is null))
);
select clinic.lock_by_practice('clinic.photo_sessions');

create table clinic.photos (
  practice_id uuid not null,
  evaluation_id uuid not null,
  view text not null,
  id uuid not null,
  -- In pixels, as the picture is shown.
  width integer not null,
  height integer not null,
  -- The cleaned file under the link's secret, of which the database has only the hash; null once the link has ended.
  sealed bytea constraint photos_sealed_short check (octet_length(sealed) <= 8500000),
  taken_at timestamptz not null default now(),
  constraint photos_pkey primary key (practice_id, evaluation_id, view),
  constraint photos_session_fkey foreign key (practice_id, evaluation_id) references clinic.photo_sessions
    on delete cascade,
  constraint photos_size_bounds check (least(width, height) >= 320 and greatest(width, height) <= 16384)
);
alter table clinic.photos alter column sealed set storage external;
select clinic.lock_by_practice('clinic.photos');

-- Where landmarks were tapped, in pixels of the picture. A second round measures how well the therapist repeats it.
create table clinic.photo_points (
  practice_id uuid not null,
  evaluation_id uuid not null,
  view text not null,
  round integer not null constraint photo_points_round_bounds check (round in (1, 2)),
  landmark text not null constraint photo_points_landmark_form check (landmark ~ '^lm\.[a-z0-9_]{1,40}$'),
  x double precision not null constraint photo_points_x_bounds check (x between 0 and 16384),
  y double precision not null constraint photo_points_y_bounds check (y between 0 and 16384),
  constraint photo_points_pkey primary key (practice_id, evaluation_id, view, round, landmark),
  constraint photo_points_photo_fkey foreign key (practice_id, evaluation_id, view) references clinic.photos
    on delete cascade
);
select clinic.lock_by_practice('clinic.photo_points');

-- Photos that are a record of an evaluation, as the client agreed to it, until a day.
create table clinic.kept_photos (
  practice_id uuid not null,
  evaluation_id uuid not null,
  view text not null,
  picture bytea not null constraint kept_photos_picture_short check (octet_length(picture) <= 8000000),
  -- The last day.
  keep_until date not null,
  kept_by uuid not null,
  kept_at timestamptz not null default now(),
  constraint kept_photos_pkey primary key (practice_id, evaluation_id, view),
  constraint kept_photos_evaluation_fkey foreign key (practice_id, evaluation_id) references clinic.evaluations
    on delete cascade,
  constraint kept_photos_kept_by_fkey foreign key (practice_id, kept_by) references clinic.practitioners
);
alter table clinic.kept_photos alter column picture set storage external;
select clinic.lock_by_practice('clinic.kept_photos');
