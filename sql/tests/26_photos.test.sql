-- Posture photos while they are measured: through a link of 30 minutes, for one draft, sealed, and gone with it.
\ir fixture.sql
\ir photos.sql
select no_plan();

create function tap.photos()
returns text
language sql
as $$
  select format('%s %s %s', (select count(*) from clinic.photo_sessions), (select count(*) from clinic.photos),
    (select count(*) from clinic.photo_points))
$$;

-- What the pages need: no client's name, no picture.
select ok(
  tap.answer('door', $$door.photo_open('{photo link}')$$) ~ 'Stillwater.*anterior.*lateral_r.*200.*900.*lm\.ear_l',
  'the link opens the draft''s views, photos and taps');
select unalike(tap.answer('door', $$door.photo_open('{photo link}')$$), '%' || word || '%', 'and names no ' || word)
from unnest(array['Ana', 'ana@', '000000000101']) as word;
select is(tap.photos(), '1 1 1', 'looking changes nothing');
select alike(tap.answer('door', $$door.photo_load('{photo link}', 'anterior', '{photo}')$$), '%x01%', 'a picture, sealed');
select tap.answers('door', $$door.photo_load('{photo link}', 'anterior', '{new}')$$, 'no rows');
select tap.answers('door', $$door.photo_load('{photo link}', 'posterior', '{photo}')$$, 'no rows');

-- Another kind of link, and one that never was, are one answer.
select is(
  tap.answer('door', replace(call, 'LINK', link)), case when call ~ 'load' then 'no rows' else 'PL404 photo' end,
  link || ' opens nothing: ' || call)
from unnest(array['open link', 'plan link', 'no link']) as link
  cross join unnest(array[
    $$door.photo_open('{LINK}')$$, $$door.photo_load('{LINK}', 'anterior', '{photo}')$$,
    $$door.photo_save('{LINK}', 'anterior', '{new}', 900, 1200, '\x01')$$,
    $$door.photo_place('{LINK}', 'anterior', '{photo}', 1, 'lm.c7', '1', '1')$$]) as call;
select tap.answers('door', $$door.plan_open('{photo link}')$$, 'PL404 plan');
select tap.answers('door', $$door.invite_open('{photo link}')$$, 'PL404 invite');

-- Taps: each landmark is in one place, on the picture that was tapped.
select tap.answers_well('door', $$door.photo_place('{photo link}', 'anterior', '{photo}', 1, 'lm.ear_l', '30.5', '40')$$);
select is((select row(x, y)::text from clinic.photo_points), '(30.5,40)', 'placed again, it is in its new place');
select tap.answers_well('door', $$door.photo_place('{photo link}', 'anterior', '{photo}', 2, 'lm.ear_l', '31', '41')$$);
select is(tap.photos(), '1 1 2', 'the second round stands beside the first');
select tap.answers_well('door', $$door.photo_place('{photo link}', 'anterior', '{photo}', 2, 'lm.ear_l', null, null)$$);
select is(tap.photos(), '1 1 1', 'and can be taken away');
select tap.answers('door', $$door.photo_place('{photo link}', 'anterior', '{photo}', 1, 'lm.c7', '901', '1')$$,
  'PL422 the point is outside of the picture');
select tap.answers('door', $$door.photo_place('{photo link}', 'anterior', '{photo}', 1, 'lm.c7', 'nan', '1')$$,
  'PL422 the point is outside of the picture');
select tap.answers('door', $$door.photo_place('{photo link}', 'anterior', '{new}', 1, 'lm.c7', '1', '1')$$,
  'PL412 another picture was taken meanwhile');
select alike(tap.answer('door', call), '23%', 'refused: ' || call)
from unnest(array[
  $$door.photo_place('{photo link}', 'anterior', '{photo}', 3, 'lm.c7', '1', '1')$$,
  $$door.photo_place('{photo link}', 'anterior', '{photo}', 1, '<b>', '1', '1')$$,
  $$door.photo_place('{photo link}', 'anterior', '{photo}', 1, 'lm.c7', '-1', '1')$$,
  $$door.photo_place('{photo link}', 'anterior', '{photo}', 1, 'lm.c7', '1', null)$$,
  $$door.photo_save('{photo link}', 'anterior', '{new}', 300, 1200, '\x01')$$]) as call;
select tap.must('door', format($$door.photo_place('{photo link}', 'anterior', '{photo}', 1, 'lm.n%s', '1', '1')$$, n))
from generate_series(2, 80) as n;
select tap.answers('door', $$door.photo_place('{photo link}', 'anterior', '{photo}', 1, 'lm.n81', '1', '1')$$,
  'PL422 no view has so many landmarks');

-- Another picture of a view takes the place of the first, and of its taps; a link takes forty, of its own views.
select tap.answers_well('door', $$door.photo_save('{photo link}', 'anterior', '{new}', 900, 1200, '\x02')$$);
select is(tap.photos(), '1 1 0', 'a picture that is taken again is another');
select tap.answers('door', $$door.photo_save('{photo link}', 'posterior', '{new}', 900, 1200, '\x02')$$,
  'PL422 the link is for other views');
select tap.answers('door', $$door.photo_save('{photo link}', 'anterior', '{new}', 900, 1200, null)$$,
  'PL422 the link is for other views');
select tap.must('door', $$door.photo_save('{photo link}', 'lateral_r', '{new}', 900, 1200, '\x02')$$)
from generate_series(3, 40);
select tap.answers('door', $$door.photo_save('{photo link}', 'lateral_r', '{new}', 900, 1200, '\x02')$$,
  'PL423 the link has taken forty pictures');
select isnt_empty(
  $$select from clinic.audit_entries where verb = 'photo.save' and who = 'plumbline_door'
    and client_id = tap.spelled('{ana}')::uuid and target = tap.spelled('{draft}')::uuid$$, 'each is in the audit');

-- The desk reads the taps of a draft of its own.
select tap.must('door', $$door.photo_place('{photo link}', 'anterior', '{new}', 1, 'lm.c7', '5', '6')$$);
select ok(
  tap.answer('mira', $$desk.photo_taps('{draft}')$$) ~ '\(anterior,900,1200,200,.*lm\.c7.*/ \(lateral_r,900,1200,200,.*\)',
  'the taps of each view, in the order of the views');
select tap.answers('mira', $$desk.photo_taps('{evaluation}')$$, 'no rows');
select tap.answers('mira', $$desk.photo_link('{evaluation}', '{new link}', '["anterior"]', 200, '\x01')$$,
  'PL409 the evaluation is signed; photos belong to a draft');
select alike(
  tap.answer('mira', format($$desk.photo_link('{draft}', '{new link}', '%s', %s, '\x01')$$, views, scale)), '23514%',
  'refused: ' || views || ' ' || scale)
from (values ('[]', 200), ('["a", "b", "c", "d", "e", "f"]', 200), ('["anterior"]', 49), ('["anterior"]', 2501)) as v (views, scale);

-- A link ends after half an hour; then no picture is left, and the taps wait for the therapist.
select throws_ok(
  $$update clinic.photo_sessions set expires_at = now() + interval '31 minutes'$$, '23514', null, 'no longer than that');
update clinic.photo_sessions set created_at = now() - interval '1 hour', expires_at = now() - interval '31 minutes';
select is(tap.answer('door', call), case when call ~ 'load' then 'no rows' else 'PL404 photo' end, 'ended: ' || call)
from unnest(array[
  $$door.photo_open('{photo link}')$$, $$door.photo_load('{photo link}', 'anterior', '{new}')$$,
  $$door.photo_save('{photo link}', 'anterior', '{photo}', 900, 1200, '\x01')$$,
  $$door.photo_place('{photo link}', 'anterior', '{new}', 1, 'lm.c7', '1', '1')$$]) as call;
select ok(tap.answer('mira', $$desk.photo_taps('{draft}')$$) ~ 'lm\.c7', 'the taps are there');
select is((select count(*) from clinic.photos where sealed is not null), 0::bigint, 'the pictures are gone');

-- A new link ends the old one; and they end when they are taken over, signed or discarded.
create function tap.ends_with(call text)
returns text
language plpgsql
as $$
begin
  perform tap.must('mira', $call$desk.photo_link('{draft}', '{photo link}', '["anterior"]', 200, '\x01')$call$);
  perform tap.must('door', $call$door.photo_save('{photo link}', 'anterior', '{photo}', 900, 1200, '\x01')$call$);
  perform tap.must('mira', call);
  raise exception using errcode = 'TRIED', message =
    tap.photos() || ' ' || (select count(*) from clinic.links where secret_hash = tap.spelled('{photo link}')::bytea);
exception
  when sqlstate 'TRIED' then
    return sqlerrm;
end
$$;
select is(tap.ends_with(call), remains, 'what is left after: ' || call)
from (values
  ($$desk.photo_end('{draft}')$$, '0 0 0 0'), ($$desk.evaluation_sign('{draft}')$$, '0 0 0 0'),
  ($$desk.evaluation_discard('{draft}')$$, '0 0 0 0'),
  ($$desk.photo_link('{draft}', '{new link}', '["anterior"]', 200, '\x01')$$, '1 0 0 0')) as e (call, remains);

-- Kept as a record: until a day, for who sees the client, and only while the client agrees to it.
select tap.must('mira', $$desk.photo_link('{draft}', '{photo link}', '["anterior"]', 200, '\x01')$$);
select tap.must('door', $$door.photo_save('{photo link}', 'anterior', '{photo}', 900, 1200, '\x01')$$);
select tap.answers('mira', $$desk.photo_sealed('{draft}')$$, 'no rows');
select tap.answers('mira', $$desk.photo_keep('{draft}', 'anterior', '\x02')$$, 'PL409 the link was not for photos to keep');
create function tap.keeps(until text)
returns text
language sql
as $$
  select tap.answer('mira', format($call$desk.photo_link('{draft}', '{photo link}', '["anterior"]', 200, '\x01', '%s',
    '{digest}')$call$, until))
$$;
select is(tap.keeps(day::text), 'PL422 photos are kept until a day in the next ten years', 'not until ' || day)
from unnest(array[current_date - 2, (current_date + interval '11 years')::date]) as day;
select throws_ok(
  $$update clinic.photo_sessions set keep_until = current_date$$, '23514', null, 'the secret is there where it is needed');
select unalike(tap.keeps((current_date + 30)::text), 'PL%', 'until a day of the next month');
select tap.must('door', $$door.photo_save('{photo link}', 'anterior', '{photo}', 900, 1200, '\x01')$$);
select alike(tap.answer('mira', $$desk.photo_sealed('{draft}')$$), '(anterior,%', 'the desk may open what is to be kept');
select tap.answers('mira', $$desk.photo_keep('{draft}', 'posterior', '\x02')$$, 'PL409 the link was not for photos to keep');
select tap.answers_well('mira', $$desk.photo_keep('{draft}', 'anterior', '\x02')$$);
select tap.must('mira', $$desk.photo_end('{draft}')$$);
select alike(tap.answer('mira', $$desk.photo_kept('{draft}', 'anterior')$$), '%x02%', 'it outlasts the link');
select tap.answers('mira', $$desk.photo_kept('{draft}', 'lateral_r')$$, 'no rows');
select tap.answers('tom', $$desk.photo_kept('{draft}', 'anterior')$$, 'PL404 evaluation');
update clinic.kept_photos set keep_until = current_date - 2;
select tap.answers('mira', $$desk.photo_kept('{draft}', 'anterior')$$, 'no rows');
select alike(tap.answer('operator', $$operator.expire('{stillwater}')$$), '%(photos,1)%', 'and it goes when its last day is over');
select is_empty($$select from clinic.kept_photos$$, 'for ever');

-- A minor's guardian agrees, on the form or on a sheet.
select tap.must('mira', $$desk.photo_link('{draft}', '{photo link}', '["anterior"]', 200, '\x01')$$);
update clinic.clients set birth_date = current_date - 5000 where id = tap.spelled('{ana}')::uuid;
select unalike(tap.keeps((current_date + 30)::text), 'PL%', 'on a sheet');
select tap.must('mira', $$desk.client_consent_renew('{ana}', 'consent.photos', 'wish', '1.0.0')$$);
select is(
  tap.keeps((current_date + 30)::text), 'PL423 the client is a minor, and no guardian has agreed to photos in the record',
  'a minor alone does not agree');
select tap.must('mira', $$desk.client_consent_renew('{ana}', 'consent.photos', 'sheet', '1.0.0')$$);
insert into clinic.kept_photos (practice_id, evaluation_id, view, picture, keep_until, kept_by)
select e.practice_id, e.id, 'anterior', '\x02', current_date + 30, e.recorded_by
from clinic.evaluations as e where e.id = tap.spelled('{draft}')::uuid;

-- Only with the client's consent; what is kept goes with it.
select tap.must('mira', $$desk.client_consent_withdraw('{ana}', 'consent.photos')$$);
select is_empty($$select from clinic.kept_photos$$, 'withdrawn, nothing is kept');
select is_empty($$select from clinic.photo_sessions$$, 'nor measured');
select tap.answers('door', $$door.photo_open('{photo link}')$$, 'PL404 photo');
select is(
  tap.keeps((current_date + 30)::text), 'PL423 the client does not agree: consent.photos is withdrawn', 'nor from then on');
select tap.answers('mira', $$desk.photo_kept('{draft}', 'anterior')$$,
  'PL423 the client has not agreed to photos in the record: consent.photos is withdrawn');
select tap.answers('mira', $$desk.photo_link('{draft}', '{new link}', '["anterior"]', 200, '\x01')$$,
  'PL423 the client does not agree: consent.photos is withdrawn');
select tap.must('mira', $$desk.client_consent_renew('{ana}', 'consent.photos', 'sheet', '1.0.0')$$);
select tap.must('mira', $$desk.client_consent_withdraw('{ana}', 'consent.treatment')$$);
select tap.answers('mira', $$desk.photo_link('{draft}', '{new link}', '["anterior"]', 200, '\x01')$$,
  'PL423 the client does not agree: consent.treatment is withdrawn');

select * from finish();
rollback;
