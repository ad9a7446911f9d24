-- Included after fixture.sql: photos of the draft, taken through their link.
-- She agrees to photos after all.
select tap.must('mira', $$desk.client_consent_renew('{ana}', 'consent.photos', 'sheet', '1.0.0')$$);
select tap.must('mira', $$desk.photo_link('{draft}', '{photo link}', '["anterior", "lateral_r"]', 200, '\x01')$$);
select tap.must('door', call)
from unnest(array[
  $$door.photo_save('{photo link}', 'anterior', '{photo}', 900, 1200, '\x01')$$,
  $$door.photo_place('{photo link}', 'anterior', '{photo}', 1, 'lm.ear_l', '10', '20')$$]) as call;
