-- From the rows of an extract, $LOG, to what a run publishes of the process: typed, ordered, paired. Gaps are in microseconds.
CREATE TEMP TABLE ordered AS
SELECT
    "case" AS case_id,
    activity,
    epoch_us(CAST("at" AS TIMESTAMP)) AS us,
    row_number() OVER (PARTITION BY "case" ORDER BY CAST("at" AS TIMESTAMP)) AS position
FROM $LOG;

WITH following AS (
    SELECT
        case_id,
        activity AS source,
        lead(activity) OVER in_case AS target,
        lead(us) OVER in_case - us AS gap
    FROM ordered
    WINDOW in_case AS (PARTITION BY case_id ORDER BY position)
)
SELECT
    'edge ' || source || ' -> ' || target,
    count(*) || ' ' || count(DISTINCT case_id) || ' ' || sum(gap)::HUGEINT || ' '
        || quantile_cont(gap, 0.5) || ' ' || quantile_cont(gap, 0.9)
FROM following
WHERE target IS NOT NULL
GROUP BY source, target;

SELECT 'variants', count(DISTINCT sequence)::VARCHAR
FROM (SELECT list(activity ORDER BY position) AS sequence FROM ordered GROUP BY case_id);

SELECT 'cycle', count(*) || ' ' || quantile_cont(took, 0.5)
FROM (SELECT max(us) - min(us) AS took FROM ordered GROUP BY case_id)
