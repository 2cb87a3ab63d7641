/**
 * Keys: the root, the tenants' salts and keys, the platform's sealed secrets and signatures. Not what is encrypted under them,
 * nor who is given one.
 */
package com.opsatc.tenancy.key;
