-- Included after fixture.sql: a newer content, which measures pain.
select tap.must('operator', $$operator.content_load('1.1.0', '{
  "questions": {"questions": [
    {"id": "pain.now", "min": 0, "max": 10}, {"id": "pain.avg7", "min": 0, "max": 10},
    {"id": "bad.nights", "min": 0, "max": 7}]},
  "outcomes": {
    "measures": [{"id": "om.pain", "name": "Pain", "better": "lower", "min": 0, "max": 10,
      "asked_by": ["pain.now", "pain.avg7", "bad.nights", "checkin.pain_avg7"],
      "meaningful": {"points": 2, "percent": 30}}],
    "checkin": [{"id": "checkin.pain_avg7", "min": 0, "max": 10}]}}')$$);
