-- Directly-follows relations: a gap below 0 is an overlap and counts as 0. Quantiles are of type 7, all divisions exact and
-- rounded half to even on integers.
WITH gaps AS (
  SELECT view, object_type, concat(length(activity), ':', activity, length(next_activity), ':', next_activity) AS subject,
    case_id, next_begin_us - complete_us AS gap_us, greatest(0, next_begin_us - complete_us) AS wait_us,
    next_complete_us = complete_us AS tied
  FROM checked_walk
  WHERE next_activity IS NOT NULL
), ranked AS (
  SELECT *, count(*) OVER edge AS all_of_edge, row_number() OVER upwards - 1 AS place, lead(wait_us) OVER upwards AS above_us
  FROM gaps
  WINDOW edge AS (PARTITION BY view, object_type, subject),
    upwards AS (PARTITION BY view, object_type, subject ORDER BY wait_us)
), summed AS (
  SELECT view, object_type, subject, count(*) AS n, count(DISTINCT case_id) AS cases, sum(wait_us) AS sum_us,
    min(wait_us) AS min_us, max(wait_us) AS max_us, count_if(gap_us < 0) AS overlap_n,
    sum(greatest(0, -gap_us)) AS overlap_us, count_if(tied) AS ties,
    max(if(place = (all_of_edge - 1) div 2, wait_us, NULL)) AS median_low_us,
    max(if(place = (all_of_edge - 1) div 2, (coalesce(above_us, wait_us) - wait_us) * ((all_of_edge - 1) % 2), NULL)) AS median_twos_us,
    max(if(place = (all_of_edge - 1) * 9 div 10, wait_us, NULL)) AS p90_low_us,
    max(if(place = (all_of_edge - 1) * 9 div 10, (coalesce(above_us, wait_us) - wait_us) * ((all_of_edge - 1) * 9 % 10), NULL)) AS p90_tenths_us
  FROM ranked
  GROUP BY view, object_type, subject
), floored AS (
  SELECT *, sum_us div n AS mean_floor, sum_us % n AS mean_rest, median_low_us + median_twos_us div 2 AS median_floor,
    median_twos_us % 2 AS median_rest, p90_low_us + p90_tenths_us div 10 AS p90_floor, p90_tenths_us % 10 AS p90_rest
  FROM summed
)
SELECT view, object_type, subject, n, cases, sum_us,
  mean_floor + if(2 * mean_rest > n OR (2 * mean_rest = n AND mean_floor % 2 = 1), 1, 0) AS mean_us,
  median_floor + if(median_rest = 1 AND median_floor % 2 = 1, 1, 0) AS p50_us,
  p90_floor + if(p90_rest > 5 OR (p90_rest = 5 AND p90_floor % 2 = 1), 1, 0) AS p90_us,
  min_us, max_us, overlap_n, overlap_us, ties
FROM floored
