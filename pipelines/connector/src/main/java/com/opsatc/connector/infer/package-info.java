/** Drafts a connector from a file nobody described yet. */
package com.opsatc.connector.infer;
