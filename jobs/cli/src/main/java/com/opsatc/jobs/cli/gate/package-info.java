/** The doors through which published bytes leave the encrypted store, each registered in conf/write-gates.yaml. */
package com.opsatc.jobs.cli.gate;
