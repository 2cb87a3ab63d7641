/** Rules about the activities of a case as a connector or a tenant declares them. */
package com.opsatc.connector.rule;
