/** From recorded lifecycle transitions to activity instances, and the time in which nothing was active. */
package com.opsatc.kernel.pairing;
