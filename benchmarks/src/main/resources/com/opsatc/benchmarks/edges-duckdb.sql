-- Directly-follows edges of the log in the files of $LOG: the same figures as one pass of the mining visitor.
WITH following AS (
    SELECT
        case_key,
        activity AS source,
        lead(activity) OVER in_case AS target,
        complete_us,
        lead(coalesce(start_us, complete_us)) OVER in_case AS next_start_us
    FROM read_parquet('$LOG')
    WINDOW in_case AS (PARTITION BY case_key ORDER BY position)
)
SELECT
    source,
    target,
    count(*) AS n,
    count(DISTINCT case_key) AS cases,
    sum(greatest(next_start_us - complete_us, 0))::BIGINT AS sum_us,
    quantile_cont(greatest(next_start_us - complete_us, 0), [0.5, 0.9]) AS quantiles
FROM following
WHERE target IS NOT NULL
GROUP BY source, target
ORDER BY source, target
