/** From the text of a column to its value. */
package com.opsatc.connector.value;
