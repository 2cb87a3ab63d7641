/**
 * What crosses a boundary, by subject: ids, errors, figures, claims, documents. Nothing here computes a figure, opens
 * a file or knows a tenant's key.
 */
package com.opsatc.contract;
