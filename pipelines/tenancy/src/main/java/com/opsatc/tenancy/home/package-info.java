/** Where an installation keeps its state on disk, for good or in passing. Not what is in those folders, nor how it is written. */
package com.opsatc.tenancy.home;
