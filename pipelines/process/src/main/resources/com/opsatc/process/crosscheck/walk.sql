-- Every event with the one that follows it in its case, in every view that documents show: recorded activities, activities with
-- their transition where any is recorded, and the life of each object.
WITH lived AS (
  SELECT 'activity' AS view, '' AS object_type, case_id, activity, start_us, time_us, source_seq, event_id
  FROM checked_event
  UNION ALL
  SELECT 'activity-lifecycle', '', case_id, concat(activity, coalesce(concat('+', lifecycle), '')), start_us, time_us,
    source_seq, event_id
  FROM checked_event
  WHERE EXISTS (SELECT 1 FROM checked_event WHERE lifecycle IS NOT NULL)
  UNION ALL
  SELECT 'object', object_type, object_id, activity, start_us, time_us, source_seq, event_id
  FROM checked_object_event
)
SELECT view, object_type, case_id, activity, time_us AS complete_us, coalesce(start_us, time_us) AS begin_us,
  row_number() OVER walk AS place,
  lead(activity) OVER walk AS next_activity,
  lead(coalesce(start_us, time_us)) OVER walk AS next_begin_us,
  lead(time_us) OVER walk AS next_complete_us
FROM lived
WINDOW walk AS (
  PARTITION BY view, object_type, case_id ORDER BY time_us, coalesce(start_us, time_us), source_seq, event_id)
