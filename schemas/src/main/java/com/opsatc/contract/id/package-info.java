/** What names a tenant, and what names bytes. */
package com.opsatc.contract.id;
