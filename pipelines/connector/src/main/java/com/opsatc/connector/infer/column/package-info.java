/** What a column of a sampled file looks like: its role, how its times are written, whether it may tell of persons. */
package com.opsatc.connector.infer.column;
