/**
 * Which backends there are behind the doors of the platform, and how a reference chooses one: the list to which a new one adds
 * its line. What a backend does is in a folder of its own.
 */
package com.opsatc.tenancy.backend;
