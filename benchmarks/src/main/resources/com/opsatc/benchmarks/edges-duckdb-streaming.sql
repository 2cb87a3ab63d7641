-- As edges-duckdb.sql, written for files whose rows are already sorted by (case, position): a window without partition
-- and order runs over them as they stream by.
WITH following AS (
    SELECT
        case_key,
        activity AS source,
        lead(activity) OVER () AS target,
        lead(case_key) OVER () AS next_case,
        complete_us,
        lead(coalesce(start_us, complete_us)) OVER () AS next_start_us
    FROM read_parquet('$LOG')
)
SELECT
    source,
    target,
    count(*) AS n,
    count(DISTINCT case_key) AS cases,
    sum(greatest(next_start_us - complete_us, 0))::BIGINT AS sum_us,
    quantile_cont(greatest(next_start_us - complete_us, 0), [0.5, 0.9]) AS quantiles
FROM following
WHERE next_case = case_key
GROUP BY source, target
ORDER BY source, target
