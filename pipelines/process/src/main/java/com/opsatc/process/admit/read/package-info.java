/** From the bytes of an extract file to typed rows, and to quarantine with a reason: inspection and admission. */
package com.opsatc.process.admit.read;
