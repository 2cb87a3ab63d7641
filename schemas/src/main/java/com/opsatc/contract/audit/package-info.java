/** What a tenant's audit log records. */
package com.opsatc.contract.audit;
