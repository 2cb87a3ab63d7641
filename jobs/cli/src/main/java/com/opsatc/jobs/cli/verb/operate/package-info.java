/** Commands for who operates the platform: health, service, tokens, stop. */
package com.opsatc.jobs.cli.verb.operate;
