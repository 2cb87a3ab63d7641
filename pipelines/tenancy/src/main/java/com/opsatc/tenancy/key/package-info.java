/** Keys: the root, the tenants' salts and keys, the platform's sealed secrets and signatures. */
package com.opsatc.tenancy.key;
