-- Cases of each sequence of activities, and the sum of their cycle times.
WITH walked AS (
  SELECT view, object_type, case_id, max(complete_us) - min(begin_us) AS cycle_us,
    array_join(transform(array_sort(collect_list(struct(place, activity))),
      step -> concat(length(step.activity), ':', step.activity)), '') AS variant
  FROM checked_walk
  GROUP BY view, object_type, case_id
)
SELECT view, object_type, variant AS subject, count(*) AS cases, sum(cycle_us) AS cycle_sum_us
FROM walked
GROUP BY view, object_type, variant
