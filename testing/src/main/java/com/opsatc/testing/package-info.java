/** What the tests of several modules need and no program does; it knows nothing of the house. */
package com.opsatc.testing;
