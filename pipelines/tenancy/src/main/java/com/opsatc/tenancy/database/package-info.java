/**
 * The platform database: the home's own server, or one by URL, the login to it, and the migrations of its schema. Not what its
 * tables mean: that is said where they are read and written.
 */
package com.opsatc.tenancy.database;
