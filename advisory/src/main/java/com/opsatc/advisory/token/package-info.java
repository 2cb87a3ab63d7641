/** Access tokens of the advisory service: what is accepted, and how a development token is made. */
package com.opsatc.advisory.token;
