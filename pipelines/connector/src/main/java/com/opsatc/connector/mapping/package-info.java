/** What a connector declares of events and objects: which rows are one, and what they concern. */
package com.opsatc.connector.mapping;
