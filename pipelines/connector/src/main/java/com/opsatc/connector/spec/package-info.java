/** What a connector declares of a stream: its files, columns and keys. */
package com.opsatc.connector.spec;
