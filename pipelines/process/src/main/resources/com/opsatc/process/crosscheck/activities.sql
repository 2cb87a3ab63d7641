-- Executions of each activity, at how many of them a case starts and ends, and how many repeat it.
WITH placed AS (
  SELECT *, row_number() OVER (PARTITION BY view, object_type, case_id, activity ORDER BY place) AS nth,
    lag(activity) OVER (PARTITION BY view, object_type, case_id ORDER BY place) AS previous
  FROM checked_walk
)
SELECT view, object_type, concat(length(activity), ':', activity) AS subject,
  count(*) AS executions,
  count_if(place = 1) AS starts,
  count_if(next_activity IS NULL) AS ends,
  count_if(nth > 1 AND previous = activity) AS self_loops,
  count_if(nth > 1 AND previous <> activity) AS repetitions
FROM placed
GROUP BY view, object_type, activity
