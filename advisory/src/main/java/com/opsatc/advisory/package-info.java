/** The advisory service: hands the published documents of one tenant to whoever holds that tenant's token. No Spark. */
package com.opsatc.advisory;
