/** From KPIs and findings to the context file: what the advisory service may say, and no text of a tenant among it. */
package com.opsatc.process.context;
