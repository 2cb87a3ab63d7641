/**
 * The arithmetic of differential privacy: exact integers up to the noise, floating point only in what is reported
 * about it.
 */
package com.opsatc.kernel.privacy;
