/** From the text of a cell to a value of its column's type, or to why it is none. */
package com.opsatc.connector.value;
