/** Characters that look like others or like nothing, and what a declared form does with them. */
package com.opsatc.connector.text;
