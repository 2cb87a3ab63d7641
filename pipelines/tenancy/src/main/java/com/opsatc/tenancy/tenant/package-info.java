/**
 * What is known about tenants and set for them: the list, their sources, withdrawn files, who changed what. Not their runs, and
 * no byte that they own.
 */
package com.opsatc.tenancy.tenant;
