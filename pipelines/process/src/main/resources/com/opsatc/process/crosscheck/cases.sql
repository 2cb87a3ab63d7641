-- How many cases, events and variants each view has.
WITH walked AS (
  SELECT view, object_type, case_id, count(*) AS events,
    array_join(transform(array_sort(collect_list(struct(place, activity))),
      step -> concat(length(step.activity), ':', step.activity)), '') AS variant
  FROM checked_walk
  GROUP BY view, object_type, case_id
)
SELECT view, object_type, '' AS subject, count(*) AS cases, sum(events) AS events, count(DISTINCT variant) AS variants
FROM walked
GROUP BY view, object_type
