/** The platform database: the home's own server, or one by URL, and its migrations. */
package com.opsatc.tenancy.postgres;
