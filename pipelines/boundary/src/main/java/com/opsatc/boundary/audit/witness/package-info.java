/** The witness of logs (C2SP tlog-witness): a small process of its own that cosigns a log's checkpoints only while the log grows. */
package com.opsatc.boundary.audit.witness;
